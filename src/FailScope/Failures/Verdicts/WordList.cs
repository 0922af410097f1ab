namespace FailScope;

/// <summary>Searches for whole words in a normalized text, see <see cref="Phrase.Normalize"/>. <c>limit*</c> matches every word with this beginning.</summary>
internal static class WordList
{
    /// <summary>The first of the words that occurs; null if none does.</summary>
    internal static string? Find(ReadOnlySpan<char> text, string[] words)
    {
        foreach (string word in words)
        {
            bool isBeginning = word[^1] == '*';
            if (Contains(text, isBeginning ? word.AsSpan(0, word.Length - 1) : word, isBeginning))
            {
                return word.TrimEnd('*');
            }
        }

        return null;
    }

    /// <summary>Whether any of the words occurs.</summary>
    internal static bool IsIn(ReadOnlySpan<char> text, string[] words) => Find(text, words) is not null;

    // Words inside a URL do not count: many messages, whatever they are about, contain a link to a billing page.
    private static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> word, bool isBeginning)
    {
        for (int from = 0; ;)
        {
            int at = text[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += from;
            int end = at + word.Length;
            bool begins = at == 0 || text[at - 1] is ' ' or '_' or '(' or '\'' or ',' or ':';
            bool ends = isBeginning || end == text.Length || !char.IsAsciiLetterOrDigit(text[end]);
            if ((begins && ends) || !char.IsAscii(word[0]))
            {
                return true;
            }

            from = end;
        }
    }
}
