namespace FailScope;

/// <summary>Text that may be logged: no secrets, one line, no control characters, short.</summary>
internal static class SafeText
{
    internal static string Make(string text, int maxLength)
    {
        // Redact before shortening: half a key would not be recognised as one.
        string redacted = SecretRedaction.Redact(text.Length <= 8 * maxLength ? text : Cut(text, 8 * maxLength));
        if (IsLine(redacted, maxLength))
        {
            return redacted;
        }

        var line = new System.Text.StringBuilder(Math.Min(redacted.Length, maxLength + 1));
        foreach (char c in redacted)
        {
            if (line.Length > maxLength)
            {
                break;
            }

            if (!char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        if (line.Length > maxLength)
        {
            line.Length = maxLength - 1;
            line.Append('…');
        }

        return line.ToString().TrimEnd();
    }

    // Never cuts through a word, because half of a key without a prefix is not recognised as one.
    private static string Cut(string text, int length)
    {
        int start = length;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return text[..(length - start < SecretRedaction.MinRun ? start : length)];
    }

    // Most texts are one clean line already, and need no copy.
    private static bool IsLine(string text, int maxLength)
    {
        char before = ' ';
        foreach (char c in text)
        {
            if (c == ' ' ? before == ' ' : char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
            {
                return false;
            }

            before = c;
        }

        return text.Length > 0 && text.Length <= maxLength && before != ' ';
    }
}
