using System.IO.Enumeration;

namespace FailScope.Tool.Lists;

/// <summary>
/// Selects models by their ids: <c>anthropic/*,*:free</c>. A star matches any characters, a question mark matches one, and a
/// pattern that starts with <c>!</c> excludes models. Case is ignored.
/// </summary>
internal sealed class ModelPatterns
{
    private readonly string[] _wanted;
    private readonly string[] _unwanted;

    /// <param name="patterns">Patterns; each may contain several, separated by commas. Empty for all models.</param>
    internal ModelPatterns(IEnumerable<string> patterns)
    {
        string[] all = [.. patterns.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        _unwanted = [.. all.Where(pattern => pattern.StartsWith('!')).Select(pattern => pattern[1..])];
        string[] wanted = [.. all.Where(pattern => !pattern.StartsWith('!'))];
        _wanted = wanted.Length > 0 ? wanted : ["*"];
    }

    /// <summary>The selected models, in the order of the patterns, each once, and the patterns that match no model.</summary>
    /// <param name="models">The models.</param>
    /// <param name="names">The names of a model; any of them may match.</param>
    internal (List<T> Chosen, List<string> WithoutMatch) Choose<T>(IReadOnlyCollection<T> models, Func<T, IEnumerable<string>> names)
        where T : notnull
    {
        var chosen = new List<T>();
        var seen = new HashSet<T>();
        var withoutMatch = new List<string>();
        foreach (string pattern in _wanted)
        {
            bool isUsed = false;
            foreach (T model in models)
            {
                if (names(model).Any(name => Fits(pattern, name)))
                {
                    isUsed = true;
                    if (!names(model).Any(name => Array.Exists(_unwanted, unwanted => Fits(unwanted, name))) && seen.Add(model))
                    {
                        chosen.Add(model);
                    }
                }
            }

            if (!isUsed)
            {
                withoutMatch.Add(pattern);
            }
        }

        return (chosen, withoutMatch);
    }

    // Ids contain no backslash, so it is not used as an escape character.
    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), name, ignoreCase: true);
}
