using System.Text;

namespace FailScope;

/// <summary>
/// Blots out everything that may be a secret. Generous where <see cref="SecretShapes.TryFind"/> is strict: a word too many
/// costs a reader a second, a key in a log costs more.
/// </summary>
internal static class SecretRedaction
{
    /// <summary>What stands in place of a secret.</summary>
    internal const string Blot = "[redacted]";

    private const int MinBody = 6;
    private const int MinRun = 32;

    // Behind these words stands a secret.
    private static readonly string[] Markers =
    [
        "bearer ", "basic ", "api key provided: ", "api_key", "apikey", "api-key", "api key", "access_token", "access token", "secret", "password",
        "passwd", "authorization", "subscription-key", "subscription key", "signature", "token", "key", "sig",
    ];

    // Behind these stands the name of a request or a user, which is long and random too, and useful.
    private static readonly string[] NamePrefixes =
    [
        "req_", "req-", "resp_", "msg_", "gen-", "chatcmpl-", "cmpl-", "org-", "org_", "proj_", "user_", "user-", "file-", "fp_", "call_", "run_",
        "thread_", "batch_", "cf-ray: ",
    ];

    internal static string Redact(string text)
    {
        if (text.Length < MinBody)
        {
            return text;
        }

        StringBuilder? result = null;
        int copied = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = LengthOfSecret(text, at, out int skip);
            if (length == 0)
            {
                at += Math.Max(1, skip);
                continue;
            }

            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, at - copied).Append(Blot);
            at += length;
            copied = at;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    // How long the secret at this position is; 0 where there is none, and then how far the next place is worth looking at.
    private static int LengthOfSecret(string text, int at, out int skip)
    {
        skip = 1;
        bool isWordStart = at == 0 || !SecretShapes.IsWord(text[at - 1]);
        if (isWordStart && LengthByPrefix(text, at) is > 0 and var byPrefix)
        {
            return byPrefix;
        }

        if (LengthAfterMarker(text, at) is > 0 and var afterMarker)
        {
            return afterMarker;
        }

        if (LengthOfUserInfo(text, at) is > 0 and var userInfo)
        {
            return userInfo;
        }

        return LengthOfRun(text, at, out skip);
    }

    private static int LengthByPrefix(string text, int at)
    {
        foreach (SecretShape shape in SecretShapes.All)
        {
            if (string.CompareOrdinal(text, at, shape.Prefix, 0, shape.Prefix.Length) == 0)
            {
                int body = LengthOfMasked(text, at + shape.Prefix.Length);
                if (body >= MinBody)
                {
                    return shape.Prefix.Length + body;
                }
            }
        }

        return 0;
    }

    // A marker, then ":" or "=" or nothing, then something that is no ordinary word.
    private static int LengthAfterMarker(string text, int at)
    {
        if (at == 0 || text[at - 1] is not (' ' or ':' or '=' or '"' or '\'' or '`'))
        {
            return 0;
        }

        int length = LengthOfMasked(text, at);
        if (length < MinBody || !IsUnlikeAWord(text.AsSpan(at, length)))
        {
            return 0;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, at).TrimEnd(" :=\"'`");
        before = before[Math.Max(0, before.Length - 24)..];
        foreach (string marker in Markers)
        {
            if (before.EndsWith(marker.AsSpan().TrimEnd(" :"), StringComparison.OrdinalIgnoreCase))
            {
                return length;
            }
        }

        return 0;
    }

    // https://name:password@host
    private static int LengthOfUserInfo(string text, int at)
    {
        if (at < 3 || text[at - 1] != '/' || text[at - 2] != '/' || text[at - 3] != ':')
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
    private static int LengthOfRun(string text, int at, out int skip)
    {
        int length = SecretShapes.LengthOf(text, at, KeyAlphabet.Alphanumeric);
        skip = length;
        if (length < MinRun || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
        {
            return 0;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, at);
        foreach (string prefix in NamePrefixes)
        {
            if (before.EndsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }
        }

        return IsUnlikeAWord(text.AsSpan(at, length)) ? length : 0;
    }

    // Providers mask the middle of a key with asterisks or dots.
    private static int LengthOfMasked(string text, int from)
    {
        int end = from;
        while (end < text.Length && (SecretShapes.IsIn(KeyAlphabet.Jwt, text[end]) || text[end] is '*' or '+' or '/' or '=' or '…' or '•'))
        {
            end++;
        }

        while (end > from && text[end - 1] is '.' or '/' && (end == text.Length || text[end] is ' ' or '\n'))
        {
            end--;
        }

        return end - from;
    }

    private static bool IsUnlikeAWord(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9') || text.Contains('*') || text.Length >= MinRun;
}
