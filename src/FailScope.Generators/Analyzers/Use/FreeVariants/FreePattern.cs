namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Reads patterns, of regular expressions and of SQL's LIKE.</summary>
internal static class FreePattern
{
    private static readonly string[] Ends = ["$", @"\z", @"\Z"];

    /// <summary>
    /// Whether a regular expression finds <c>:free</c> without a condition on what follows. A look-ahead, an end anchor, or
    /// anything else after it counts as a condition.
    /// </summary>
    internal static bool IsOpen(string pattern)
    {
        for (int at = 0; (at = pattern.IndexOf(FreeWords.Suffix, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += FreeWords.Suffix.Length)
        {
            // "(?:free|busy)" is a group. Its colon does not belong to the text.
            bool isGroup = at >= 2 && pattern[at - 1] == '?' && pattern[at - 2] == '(';
            if (!isGroup && IsOpenAfter(pattern.Substring(at + FreeWords.Suffix.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a LIKE pattern, or a piece of SQL with one, finds <c>:free</c> anywhere.</summary>
    internal static bool IsLike(string text)
    {
        const string AnyWhere = "%" + FreeWords.Suffix + "%";
        return FreeWords.Contains(text, AnyWhere)
            && ((text[0] == '%' && text[text.Length - 1] == '%') || FreeWords.Contains(text, "like"));
    }

    private static bool IsOpenAfter(string rest)
    {
        while (rest.StartsWith(@"\b", StringComparison.Ordinal))
        {
            rest = rest.Substring(2);
        }

        if (rest.StartsWith(".*", StringComparison.Ordinal))
        {
            return true;
        }

        bool isEndOfAlternative = rest.TrimStart(')') is "" or ['|', ..];
        string end = rest.TrimEnd(')');
        return isEndOfAlternative && !Ends.Any(anchor => end.EndsWith(anchor, StringComparison.Ordinal));
    }
}
