namespace FailScope;

/// <summary>Finds JSON inside text, because proxies and SDKs wrap it: <c>Error code: 402 - {"error":…}</c>.</summary>
internal static class EmbeddedJson
{
    /// <summary>The position of the first object with a quoted name, alone or in an array; -1 if there is none.</summary>
    internal static int Find(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length;)
        {
            int brace = text[at..].IndexOf('{');
            if (brace < 0)
            {
                return -1;
            }

            at += brace;
            ReadOnlySpan<char> after = text[(at + 1)..].TrimStart();
            if (after.StartsWith("\""))
            {
                return at;
            }

            at++;
        }

        return -1;
    }
}
