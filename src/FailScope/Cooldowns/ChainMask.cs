namespace FailScope;

/// <summary>A set of positions of a chain: one word for up to 64 models, several for a longer chain.</summary>
internal readonly struct ChainMask
{
    private ChainMask(ulong word, ulong[]? words)
    {
        Word = word;
        Words = words;
    }

    internal ulong Word { get; }

    internal ulong[]? Words { get; }

    internal bool IsEmpty => Word == 0 && (Words is null || Array.TrueForAll(Words, word => word == 0));

    internal static ChainMask Of(FallbackChain chain, Predicate<Model> belongs)
    {
        ulong[] words = NewWords(chain);
        for (int position = 0; position < chain.Models.Count; position++)
        {
            if (belongs(chain.Models[position]))
            {
                words[position / 64] |= 1UL << (position % 64);
            }
        }

        return From(words);
    }

    internal static ChainMask Union(FallbackChain chain, IReadOnlyList<ChainMask> masks)
    {
        ulong[] words = NewWords(chain);
        foreach (ChainMask mask in masks)
        {
            for (int i = 0; i < words.Length; i++)
            {
                words[i] |= mask.Words is null ? mask.Word : mask.Words[i];
            }
        }

        return From(words);
    }

    internal bool Contains(int position) =>
        Words is null ? (Word >> position & 1) != 0 : (Words[position / 64] >> (position % 64) & 1) != 0;

    private static ulong[] NewWords(FallbackChain chain) => new ulong[RetireTableLayout.WordsPerMask(chain.Models.Count)];

    private static ChainMask From(ulong[] words) => words.Length == 1 ? new ChainMask(words[0], null) : new ChainMask(0, words);
}
