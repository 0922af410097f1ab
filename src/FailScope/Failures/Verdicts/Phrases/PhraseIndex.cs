namespace FailScope;

/// <summary>
/// Finds in one pass over a text which phrases start in it. There are several thousand possible beginnings; searching for each one
/// separately would take longer than everything else that is done for a failure.
/// </summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<int, List<(string Beginning, int Phrase)>> _byFirstChars = [];

    /// <param name="phrases">The phrases; their positions in the list are their numbers.</param>
    internal PhraseIndex(IReadOnlyList<Phrase> phrases)
    {
        Count = phrases.Count;
        for (int number = 0; number < phrases.Count; number++)
        {
            foreach (string beginning in phrases[number].Beginnings)
            {
                // Every phrase has at least two characters.
                int key = Key(beginning[0], beginning[1]);
                if (!_byFirstChars.TryGetValue(key, out List<(string, int)>? beginnings))
                {
                    _byFirstChars.Add(key, beginnings = []);
                }

                beginnings.Add((beginning, number));
            }
        }
    }

    /// <summary>The number of phrases.</summary>
    internal int Count { get; }

    /// <summary>Marks the phrases that start somewhere in a normalized text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="begins">One element for each phrase, all false.</param>
    /// <returns>Whether any phrase was marked.</returns>
    internal bool Mark(ReadOnlySpan<char> text, Span<bool> begins)
    {
        bool any = false;
        for (int at = 0; at + 1 < text.Length; at++)
        {
            if (!_byFirstChars.TryGetValue(Key(text[at], text[at + 1]), out List<(string Beginning, int Phrase)>? beginnings))
            {
                continue;
            }

            ReadOnlySpan<char> rest = text[at..];
            foreach ((string beginning, int phrase) in beginnings)
            {
                if (rest.StartsWith(beginning, StringComparison.Ordinal))
                {
                    begins[phrase] = true;
                    any = true;
                }
            }
        }

        return any;
    }

    private static int Key(char first, char second) => (first << 16) | second;
}
