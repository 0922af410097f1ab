using FailScope.Tool.Output;

namespace FailScope.Tool.Checking;

/// <summary>The result of a check.</summary>
/// <param name="Target">The project or the assembly, as given by the user.</param>
/// <param name="Catalogs">The catalogs, with their chains.</param>
/// <param name="Lists">The names of the price lists that models were compared with.</param>
/// <param name="Findings">The findings, by catalog and in the order of its members.</param>
internal sealed record CheckResult(string Target, IReadOnlyList<ModelCatalog> Catalogs, IReadOnlyList<string> Lists, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether a report for people lists notes individually; otherwise they are only counted.</summary>
    internal bool ShowsNotes { get; init; }

    /// <summary>The findings that a report for people lists individually.</summary>
    internal IReadOnlyList<Finding> Told => [.. Findings.Where(finding => ShowsNotes || finding.Level > FindingLevel.Note)];

    /// <summary>The number of notes that are only counted, in words; null if there are none.</summary>
    internal string? Counted
    {
        get
        {
            Finding[] counted = [.. Findings.Except(Told)];
            string rules = string.Join(", ", counted.CountBy(finding => finding.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Value} × {rule.Key}"));
            return counted.Length == 0 ? null : $"{Cells.Count(counted.Length, "note")} ({rules}): --notes lists them.";
        }
    }
}
