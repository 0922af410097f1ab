namespace FailScope;

/// <summary>Makes text from outside fit for a log or a page. Everything that FailScope keeps of what a provider said went through it.</summary>
public static class SafeText
{
    /// <summary>
    /// Replaces what looks like a key with <c>[redacted]</c>, turns line breaks and control characters into spaces, and shortens the
    /// rest. The result is plain text: a page still has to encode it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The most characters of the result, at least 1; a longer text ends in an ellipsis.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is less than 1.</exception>
    public static string Make(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);

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
