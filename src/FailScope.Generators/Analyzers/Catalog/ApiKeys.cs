using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>API keys in the texts of a catalog.</summary>
internal static class ApiKeys
{
    private const int ShortestKey = 16;
    private const int ShortestUnmarkedKey = 32;

    /// <summary>Whose key the text holds, for a message; null where it holds none. Never the key.</summary>
    internal static string? Find(string text) =>
        text.Length >= ShortestKey && SecretShapes.TryFind(text, 0, out _, out _, out string provider) ? $"an API key ({provider})" : null;

    /// <summary>
    /// As <see cref="Find"/>, where the name of an environment variable belongs. The keys of Azure, Mistral and Cohere have no
    /// prefix: they are long runs of letters and digits, which an id may be too, and such a name hardly ever.
    /// </summary>
    internal static string? FindInVariableName(string text) => Find(text) ?? (IsUnmarkedKey(text) ? "an API key" : null);

    /// <summary>
    /// What a message may quote: the text, unless it holds a key. A name that the catalog's class declares is no key, however
    /// long it is and however its letters and digits are mixed; unless it has the form of one provider's keys, prefix included.
    /// </summary>
    /// <param name="argument">An argument of the message.</param>
    /// <param name="isDeclared">Whether the class declares a member of this name, or has it itself.</param>
    internal static object Hide(object argument, Func<string, bool> isDeclared) =>
        argument is string text && (Find(text) is not null || (FindInVariableName(text.Trim('"')) is not null && !isDeclared(text))) ? "…" : argument;

    private static bool IsUnmarkedKey(string text)
    {
        if (text.Length < ShortestUnmarkedKey || !text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
        {
            return false;
        }

        // In random letters and digits, digits come often and letters mix with them; in a name they come last, if at all.
        int changes = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]) != char.IsDigit(text[i - 1]))
            {
                changes++;
            }
        }

        return changes >= 6 && text.Distinct().Count() >= 8;
    }
}
