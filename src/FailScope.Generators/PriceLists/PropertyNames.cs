using System;
using System.Text;

namespace FailScope.Generators.PriceLists;

/// <summary>
/// Names of properties for model ids: <c>anthropic/claude-sonnet-4.5</c> becomes <c>ClaudeSonnet45</c>. Used for the catalogs that the tool
/// writes and the members that a code fix adds.
/// </summary>
internal static class PropertyNames
{
    /// <summary>The maximum length of a name. Ids that are paths or hashes can be much longer.</summary>
    private const int Longest = 60;

    /// <summary>The name for a model, from the last segment of its id.</summary>
    internal static string OfModel(string id)
    {
        string path = id.TrimEnd('/');
        return ToPascal(path.Substring(path.LastIndexOf('/') + 1), "Model");
    }

    /// <summary>Converts the words of a text to one identifier.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="fallback">The name to use if the text contains no letter or digit that a name can have.</param>
    internal static string ToPascal(string text, string fallback)
    {
        var name = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length && name.Length < Longest;)
        {
            if (!IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && IsLetterOrDigit(text[end]))
            {
                end++;
            }

            // "4.5" is one number; "gemma-4-26b" contains two.
            bool isNumberAfterNumber = name.Length > 0 && IsDigit(name[name.Length - 1]) && IsDigit(text[at]);
            if (isNumberAfterNumber && text[at - 1] != '.')
            {
                name.Append('_');
            }

            AppendWord(name, text, at, end);
            at = end;
        }

        return name.Length == 0 ? fallback : IsDigit(name[0]) ? fallback + name : name.ToString();
    }

    // Sizes are usually written in capitals: 26B, A4B, 128K.
    private static void AppendWord(StringBuilder name, string text, int start, int end)
    {
        bool isSize = end - start >= 2 && text[end - 1] is 'b' or 'k' or 'm' && IsDigit(text[end - 2]);
        for (int i = start; i < end; i++)
        {
            bool isCapital = i == start || (isSize && i == end - 1);
            name.Append(isCapital ? char.ToUpperInvariant(text[i]) : text[i]);
        }
    }

    private static bool IsLetterOrDigit(char c) => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
