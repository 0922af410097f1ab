using System.Buffers;

namespace FailScope;

/// <summary>
/// A phrase to look for. <c>(a|b)</c> stands for either; <c> * </c> for a gap of some words within the same sentence. Written
/// in lower case; a text is brought to the same form by <see cref="Normalize"/>.
/// </summary>
internal sealed class Phrase
{
    private const int MaxGap = 120;

    // Chinese separates whole sentences by commas.
    private static readonly string[] SentenceEnds = [". ", "。", "，"];

    private readonly string[] _first;
    private readonly string[] _second;

    internal Phrase(string text)
    {
        int gap = text.IndexOf(" * ", StringComparison.Ordinal);
        _first = Expand(gap < 0 ? text : text[..gap]);
        _second = gap < 0 ? [] : Expand(text[(gap + 3)..]);
    }

    /// <summary>Everything that the phrase can begin with; what comes before its gap where it has one.</summary>
    internal IReadOnlyList<string> Beginnings => _first;

    /// <summary>Everything that can come behind its gap; empty where it has none.</summary>
    internal IReadOnlyList<string> Endings => _second;

    /// <summary>Lower case, straight apostrophes, single spaces, no quotation marks.</summary>
    internal static string Normalize(string text)
    {
        char[] words = ArrayPool<char>.Shared.Rent(text.Length);
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && words[length - 1] != ' ')
                {
                    words[length++] = ' ';
                }
            }
            else if (c is not ('`' or '"' or '“' or '”' or '*'))
            {
                words[length++] = c == '’' ? '\'' : char.ToLowerInvariant(c);
            }
        }

        string normalized = text.AsSpan().SequenceEqual(words.AsSpan(0, length)) ? text : new string(words, 0, length);
        ArrayPool<char>.Shared.Return(words);
        return normalized;
    }

    /// <summary>The words of a normalized text that the phrase is about; null where it does not occur.</summary>
    internal string? Find(ReadOnlySpan<char> text)
    {
        foreach (string first in _first)
        {
            ReadOnlySpan<char> rest = text;
            for (int at = rest.IndexOf(first, StringComparison.Ordinal); at >= 0; at = rest.IndexOf(first, StringComparison.Ordinal))
            {
                rest = rest[(at + first.Length)..];
                if (_second.Length == 0)
                {
                    return first.Trim();
                }

                if (FindSoon(rest) is { } second)
                {
                    return $"{first.Trim()} … {second.Trim()}";
                }
            }
        }

        return null;
    }

    private string? FindSoon(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, MaxGap)];
        foreach (string end in SentenceEnds)
        {
            int at = rest.IndexOf(end, StringComparison.Ordinal);
            rest = at < 0 ? rest : rest[..at];
        }

        foreach (string second in _second)
        {
            if (rest.Contains(second, StringComparison.Ordinal))
            {
                return second;
            }
        }

        return null;
    }

    // "a (b|c) d" is "a b d" and "a c d".
    private static string[] Expand(string pattern)
    {
        int open = pattern.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return [pattern];
        }

        int close = pattern.IndexOf(')', open);
        string[] tails = Expand(pattern[(close + 1)..]);
        return
        [
            .. from choice in pattern[(open + 1)..close].Split('|')
               from tail in tails
               select pattern[..open] + choice + tail,
        ];
    }
}
