using System.Buffers;

namespace FailScope;

/// <summary>
/// A phrase to search for. <c>(a|b)</c> matches either word; <c> * </c> matches a gap of a few words within one sentence. Phrases are
/// in lower case; texts are converted to the same form by <see cref="Normalize"/>.
/// </summary>
internal sealed class Phrase
{
    private const int MaxGap = 120;

    // In Chinese, a comma can separate whole sentences.
    private static readonly string[] SentenceEnds = [". ", "。", "，"];

    private readonly string[] _first;
    private readonly string[] _second;

    internal Phrase(string text)
    {
        int gap = text.IndexOf(" * ", StringComparison.Ordinal);
        _first = Expand(gap < 0 ? text : text[..gap]);
        _second = gap < 0 ? [] : Expand(text[(gap + 3)..]);
    }

    /// <summary>All texts that the phrase can start with: the part before the gap, if there is one.</summary>
    internal IReadOnlyList<string> Beginnings => _first;

    /// <summary>All texts that can follow the gap; empty if there is no gap.</summary>
    internal IReadOnlyList<string> Endings => _second;

    /// <summary>Converts a text to lower case, straight apostrophes and single spaces, without quotation marks.</summary>
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

    /// <summary>The matched part of a normalized text; null if the phrase does not occur.</summary>
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

    // "a (b|c) d" becomes "a b d" and "a c d".
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
