using System.Text;

namespace FailScope;

/// <summary>
/// Replaces everything that may be a secret. It replaces more than <see cref="SecretShapes.TryFind"/> finds, because removing a
/// harmless word does less damage than logging a key.
/// </summary>
internal static class SecretRedaction
{
    /// <summary>The text that replaces a secret.</summary>
    internal const string Blot = "[redacted]";

    /// <summary>A run of letters and digits of at least this length counts as a secret, whatever precedes it.</summary>
    internal const int MinRun = 32;

    private const string Separators = ":=\"'`";
    private const string Between = " " + Separators;
    private const int MinBody = 6;
    private const int MinWithoutSeparator = 16;

    /// <summary>Words that precede a secret.</summary>
    private static readonly string[] Markers =
    [
        "api_key", "apikey", "api-key", "api key", "api key provided", "key", "token", "secret", "password", "passwd", "authorization", "signature", "sig",
    ];

    /// <summary>Words that precede a secret even if it is short.</summary>
    private static readonly string[] Schemes = ["bearer", "basic"];

    /// <summary>Prefixes of request and organization ids. These ids are long and random too, but readers need them.</summary>
    private static readonly string[] NamePrefixes =
    [
        "req_", "req-", "resp_", "msg_", "gen-", "chatcmpl-", "cmpl-", "org-", "org_", "proj_", "user_", "user-", "file-", "fp_", "call_", "run_",
        "thread_", "batch_", "request id: ", "request_id: ", "requestid: ", "trace id: ", "trace_id: ", "cf-ray: ",
    ];

    internal static string Redact(string text)
    {
        StringBuilder? result = null;
        int copied = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = LengthOfSecret(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, at - copied).Append(Blot);
            at += length;
            copied = at;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static int LengthOfSecret(string text, int at)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && !EndsAnEscape(text, at))
        {
            return 0;
        }

        int length = LengthByPrefix(text, at);
        length = length > 0 ? length : LengthAfterMarker(text, at);
        length = length > 0 ? length : LengthOfUserInfo(text, at);
        return length > 0 ? length : LengthOfRun(text, at);
    }

    // In escaped JSON and in URLs, the n of \n, the 22 of \u0022 and the 3D of %3D are not part of a word.
    private static bool EndsAnEscape(string text, int at) =>
        (at >= 2 && text[at - 2] == '\\')
        || (at >= 3 && text[at - 3] == '%' && char.IsAsciiHexDigit(text[at - 2]) && char.IsAsciiHexDigit(text[at - 1]))
        || (at >= 6 && text[at - 6] == '\\' && text[at - 5] == 'u');

    private static int LengthByPrefix(string text, int at)
    {
        foreach (SecretShape shape in SecretShapes.All)
        {
            if (string.CompareOrdinal(text, at, shape.Prefix, 0, shape.Prefix.Length) == 0)
            {
                int body = LengthOfMasked(text, at + shape.Prefix.Length, int.MaxValue);
                if (body >= MinBody)
                {
                    return shape.Prefix.Length + body;
                }
            }
        }

        return 0;
    }

    // A marker, then optionally ":", "=" or a quotation mark, then something that is not an ordinary word. Only the first characters of the
    // value decide; otherwise a long value would be scanned again from each of its positions.
    private static int LengthAfterMarker(string text, int at)
    {
        bool begins = at > 0 && Between.Contains(text[at - 1], StringComparison.Ordinal) && text[at] != '=';
        int length = begins ? LengthOfMasked(text, at, MinRun) : 0;
        if (length < MinBody)
        {
            return 0;
        }

        ReadOnlySpan<char> value = text.AsSpan(at, length);
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, at - 30), Math.Min(at, 30));
        ReadOnlySpan<char> marker = before.TrimEnd(Between);
        bool isSeparated = before[marker.Length..].ContainsAny(Separators);
        bool isSecret = EndsWithAny(marker, Schemes)
            ? IsUnlikeAWord(value) || value[1..].ContainsAnyInRange('A', 'Z')
            : IsUnlikeAWord(value) && EndsWithAny(marker, Markers) && (isSeparated || length >= MinWithoutSeparator);
        return isSecret ? LengthOfMasked(text, at, int.MaxValue) : 0;
    }

    // https://name:password@host
    private static int LengthOfUserInfo(string text, int at)
    {
        if (at < 3 || string.CompareOrdinal(text, at - 3, "://", 0, 3) != 0)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(text.Length - at, 300));
        int end = rest.IndexOfAny("/?# \"'");
        rest = end < 0 ? rest : rest[..end];
        int host = rest.LastIndexOf('@');
        return host > 0 && rest[..host].Contains(':') ? host : 0;
    }

    // A long unbroken run of letters and digits: keys without a prefix (Azure, Mistral, Cohere, Together).
    private static int LengthOfRun(string text, int at)
    {
        int length = SecretShapes.LengthOf(text, at, KeyAlphabet.Alphanumeric);
        return length >= MinRun && IsMixed(text.AsSpan(at, length)) && !EndsWithAny(text.AsSpan(0, at), NamePrefixes) ? length : 0;
    }

    // Providers mask the middle of a key with asterisks or dots. The full stop at the end of the sentence is not part of the key.
    private static int LengthOfMasked(string text, int from, int most)
    {
        int end = from;
        while (end < text.Length && (SecretShapes.IsIn(KeyAlphabet.Jwt, text[end]) || text[end] is '*' or '+' or '/' or '=' or '~' or '…' or '•'))
        {
            end++;
            if (end - from == most)
            {
                return most;
            }
        }

        while (end > from && text[end - 1] is '.' or '/')
        {
            end--;
        }

        return end - from;
    }

    private static bool IsUnlikeAWord(ReadOnlySpan<char> text) =>
        text.ContainsAny("*…•") || text.Length >= MinRun || IsMixed(text);

    private static bool IsMixed(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && (text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z'));

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
