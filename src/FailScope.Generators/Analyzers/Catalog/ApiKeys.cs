using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>API keys in the texts of a catalog.</summary>
internal static class ApiKeys
{
    private const int ShortestKey = 16;
    private const int ShortestUnmarkedKey = 32;

    /// <summary>Describes the API key in the text, for a message; null if there is none. Never contains the key.</summary>
    internal static string? Find(string text) =>
        text.Length >= ShortestKey && SecretShapes.TryFind(text, 0, out _, out _, out string provider) ? $"an API key ({provider})" : null;

    /// <summary>
    /// Like <see cref="Find"/>, for the name of an environment variable. The keys of Azure, Mistral and Cohere have no prefix.
    /// They are long runs of letters and digits, like some ids, but environment variables hardly ever have such names.
    /// </summary>
    internal static string? FindInVariableName(string text) => Find(text) ?? (IsUnmarkedKey(text) ? "an API key" : null);

    /// <summary>
    /// The text that a message can quote: the argument, unless it contains a key. A name that the catalog class declares is not a
    /// key, unless it has the format of a provider's keys, including the prefix.
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

        // In random text, digits are frequent and mixed with letters. In a name, they are usually at the end, if there are any.
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
