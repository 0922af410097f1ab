#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// Recognizes real API keys in text by prefix, alphabet and length. It avoids false positives: model ids, addresses
/// and placeholders such as <c>sk-your-key-here</c> are not recognized.
/// </summary>
internal static class SecretShapes
{
    private const int FewestDifferent = 8;
    private const int ShortLength = 30;

    /// <summary>The formats. A longer prefix precedes the shorter ones that it starts with.</summary>
    internal static readonly SecretShape[] All =
    {
        new("Anthropic", "sk-ant-", KeyAlphabet.Base64Url, 40),
        new("OpenRouter", "sk-or-v1-", KeyAlphabet.Alphanumeric, 40),
        new("OpenAI", "sk-proj-", KeyAlphabet.Base64Url, 40),
        new("OpenAI", "sk-svcacct-", KeyAlphabet.Base64Url, 40),
        new("OpenAI", "sk-admin-", KeyAlphabet.Base64Url, 40),
        new("OpenAI", "sk-None-", KeyAlphabet.Base64Url, 40),

        // OpenAI's older keys, DeepSeek, Moonshot, DashScope, SiliconFlow, LiteLLM and many more.
        new("OpenAI-style", "sk-", KeyAlphabet.Alphanumeric, 22),
        new("Novita", "sk_", KeyAlphabet.Base64Url, 40),
        new("Google", "AIza", KeyAlphabet.Base64Url, 35, 35),
        new("Google", "AQ.Ab", KeyAlphabet.Base64Url, 40),
        new("Google", "ya29.", KeyAlphabet.Base64Url, 40),
        new("Groq", "gsk_", KeyAlphabet.Alphanumeric, 40),
        new("xAI", "xai-", KeyAlphabet.Alphanumeric, 60),
        new("Hugging Face", "hf_", KeyAlphabet.Alphanumeric, 30, 60),
        new("Replicate", "r8_", KeyAlphabet.Alphanumeric, 35, 60),
        new("Perplexity", "pplx-", KeyAlphabet.Alphanumeric, 40),
        new("Cerebras", "csk-", KeyAlphabet.Alphanumeric, 40),
        new("NVIDIA", "nvapi-", KeyAlphabet.Base64Url, 50),
        new("Fireworks", "fw_", KeyAlphabet.Alphanumeric, 20, 60),
        new("Fireworks", "fpk_", KeyAlphabet.Alphanumeric, 20, 60),
        new("Together", "tgp_v1_", KeyAlphabet.Base64Url, 40),
        new("Vercel AI Gateway", "vck_", KeyAlphabet.Alphanumeric, 40),
        new("Chutes", "cpk_", KeyAlphabet.Base64Url, 40),
        new("Databricks", "dapi", KeyAlphabet.Hex, 32, 36),
        new("AWS", "AKIA", KeyAlphabet.UpperAlphanumeric, 16, 16),
        new("AWS", "ASIA", KeyAlphabet.UpperAlphanumeric, 16, 16),
        new("AWS Bedrock", "ABSK", KeyAlphabet.Base64, 80),
        new("AWS Bedrock", "bedrock-api-key-", KeyAlphabet.Base64, 60),
        new("GitHub", "github_pat_", KeyAlphabet.Base64Url, 60),
        new("GitHub", "ghp_", KeyAlphabet.Alphanumeric, 36, 255),
        new("GitHub", "gho_", KeyAlphabet.Alphanumeric, 36, 255),
        new("GitHub", "ghu_", KeyAlphabet.Alphanumeric, 36, 255),
        new("GitHub", "ghs_", KeyAlphabet.Alphanumeric, 36, 255),
        new("JSON web token", "eyJ", KeyAlphabet.Jwt, 60),
    };

    /// <summary>Finds the first key at or after a position.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="start">The position at which to start.</param>
    /// <param name="index">The position of the key.</param>
    /// <param name="length">The length of the key.</param>
    /// <param name="provider">The provider of the key.</param>
    internal static bool TryFind(string text, int start, out int index, out int length, out string provider)
    {
        for (int at = start; at < text.Length; at++)
        {
            if (at > 0 && IsWord(text[at - 1]))
            {
                continue;
            }

            foreach (SecretShape shape in All)
            {
                if (text[at] == shape.Prefix[0] && string.CompareOrdinal(text, at, shape.Prefix, 0, shape.Prefix.Length) == 0)
                {
                    int from = at + shape.Prefix.Length;
                    int body = LengthOf(text, from, shape.Alphabet);
                    if (body >= shape.MinLength && body <= shape.MaxLength && LooksRandom(text, from, body, shape.Alphabet) && HasItsForm(text, at, from, body, shape))
                    {
                        index = at;
                        length = shape.Prefix.Length + body;
                        provider = shape.Provider;
                        return true;
                    }
                }
            }
        }

        index = -1;
        length = 0;
        provider = "";
        return false;
    }

    /// <summary>Whether a character belongs to an alphabet.</summary>
    internal static bool IsIn(KeyAlphabet alphabet, char c) => alphabet switch
    {
        KeyAlphabet.Hex => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'),
        KeyAlphabet.UpperAlphanumeric => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z'),
        KeyAlphabet.Base64Url => IsAlphanumeric(c) || c is '-' or '_',
        KeyAlphabet.Base64 => IsAlphanumeric(c) || c is '+' or '/' or '=',
        KeyAlphabet.Jwt => IsAlphanumeric(c) || c is '-' or '_' or '.',
        _ => IsAlphanumeric(c),
    };

    /// <summary>The number of consecutive characters of an alphabet at a position.</summary>
    internal static int LengthOf(string text, int from, KeyAlphabet alphabet)
    {
        int end = from;
        while (end < text.Length && IsIn(alphabet, text[end]))
        {
            end++;
        }

        return end - from;
    }

    /// <summary>Whether a character is part of a word, so that no key starts after it.</summary>
    internal static bool IsWord(char c) => IsAlphanumeric(c) || c is '_' or '-';

    private static bool IsAlphanumeric(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    // A real key contains letters and digits, and many different characters. A short key, and one that may contain hyphens, contains both
    // cases. "sk-xxxxxxxx…", "sk-proj-your-own-key-1-…" and "fw_configuration2" do not.
    private static bool LooksRandom(string text, int from, int length, KeyAlphabet alphabet)
    {
        bool hasDigit = false;
        bool hasLower = false;
        bool hasUpper = false;
        int different = 0;
        for (int i = from; i < from + length; i++)
        {
            char c = text[i];
            hasDigit |= c is >= '0' and <= '9';
            hasLower |= c is >= 'a' and <= 'z';
            hasUpper |= c is >= 'A' and <= 'Z';
            different += different < FewestDifferent && text.IndexOf(c, from, i - from) < 0 ? 1 : 0;
        }

        bool needsBothCases = alphabet == KeyAlphabet.Base64Url || (length < ShortLength && alphabet != KeyAlphabet.UpperAlphanumeric);
        return hasDigit && (needsBothCases ? hasLower && hasUpper : hasLower || hasUpper) && different == FewestDifferent;
    }

    private static bool HasItsForm(string text, int at, int from, int length, SecretShape shape)
    {
        if (shape.Alphabet != KeyAlphabet.Jwt)
        {
            // If more characters follow, it is something else: a longer word, a path, a host name.
            int end = from + length;
            return end == text.Length || !IsWord(text[end]);
        }

        // header.payload.signature
        string[] parts = text.Substring(at, from + length - at).TrimEnd('.').Split('.');
        return parts.Length == 3 && parts[0].Length >= 10 && parts[1].Length >= 10 && parts[2].Length >= 10;
    }
}
