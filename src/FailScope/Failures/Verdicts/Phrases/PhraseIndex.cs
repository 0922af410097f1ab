namespace FailScope;

/// <summary>
/// Tells in one pass over a text which phrases begin in it. There are over a thousand ways to begin one; looking for each in
/// turn would take longer than everything else that is done about a failure.
/// </summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<(char, char), List<(string Beginning, int Phrase)>> _byFirstChars = [];

    /// <param name="phrases">The phrases; their positions are their numbers.</param>
    internal PhraseIndex(IReadOnlyList<Phrase> phrases)
    {
        Count = phrases.Count;
        for (int number = 0; number < phrases.Count; number++)
        {
            foreach (string beginning in phrases[number].Beginnings)
            {
                // Every phrase has at least two characters.
                (char, char) key = (beginning[0], beginning[1]);
                if (!_byFirstChars.TryGetValue(key, out List<(string, int)>? beginnings))
                {
                    _byFirstChars.Add(key, beginnings = []);
                }

                beginnings.Add((beginning, number));
            }
        }
    }

    /// <summary>How many phrases there are.</summary>
    internal int Count { get; }

    /// <summary>Marks the phrases that begin somewhere in a normalized text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="begins">One place for each phrase, all false.</param>
    /// <returns>Whether there is any.</returns>
    internal bool Mark(ReadOnlySpan<char> text, Span<bool> begins)
    {
        bool any = false;
        for (int at = 0; at + 1 < text.Length; at++)
        {
            if (!_byFirstChars.TryGetValue((text[at], text[at + 1]), out List<(string Beginning, int Phrase)>? beginnings))
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
}
