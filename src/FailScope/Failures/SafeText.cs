namespace FailScope;

/// <summary>Makes external text safe to log or display. FailScope passes all text from providers through it before keeping it.</summary>
public static class SafeText
{
    /// <summary>
    /// Replaces anything that looks like a key with <c>[redacted]</c>, replaces line breaks and control characters with spaces, and shortens the
    /// rest. The result is plain text: a web page must still encode it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The maximum length of the result in characters, at least 1. A longer text ends in an ellipsis.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is less than 1.</exception>
    public static string Make(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);

        // Redact before shortening: half a key would not be recognized as a key.
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

    // Does not cut inside a word: half of a key without a prefix would not be recognized as a key.
    private static string Cut(string text, int length)
    {
        int start = length;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return text[..(length - start < SecretRedaction.MinRun ? start : length)];
    }

    // Most texts are already a single clean line and need no copy.
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
