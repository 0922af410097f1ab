using System.Globalization;
using FailScope.Tool.Output;
using Spectre.Console;

namespace FailScope.Tool.Updating;

/// <summary>Prints what an update changed.</summary>
internal static class UpdateReport
{
    /// <summary>The maximum number of changes that are listed if no catalog is given.</summary>
    private const int MostRows = 40;

    /// <param name="differences">The changes of the list.</param>
    /// <param name="isUsed">Whether the catalog contains the model; null if no catalog was given.</param>
    /// <param name="console">The console to print to.</param>
    internal static void Print(IReadOnlyList<ListDifference> differences, Func<ListDifference, bool>? isUsed, IAnsiConsole console)
    {
        ListDifference[] told = [.. isUsed is null ? differences.Where(difference => difference.What != "model") : differences.Where(isUsed)];
        if (told.Length > 0)
        {
            Table table = Cells.CreateTable(("model", false), ("what", false), ("before", true), ("now", true));
            foreach (ListDifference difference in told.Take(isUsed is null ? MostRows : int.MaxValue))
            {
                table.AddRow(
                    Cells.Of(difference.Id),
                    Cells.Of(difference.What),
                    Cells.Of(difference.Before ?? "—", Cells.Dim),
                    Cells.Of(difference.After ?? (difference.What == "model" ? "gone" : "—"), difference.After is null ? Cells.Bad : Cells.Odd));
            }

            console.Write(table);
        }

        int added = differences.Count(difference => difference is { What: "model", Before: null });
        int gone = differences.Count(difference => difference is { What: "model", After: null });
        int changed = differences.Where(difference => difference.What != "model").Select(difference => (difference.Provider, difference.Id)).Distinct().Count();
        string more = isUsed is null && told.Length > MostRows ? string.Create(CultureInfo.InvariantCulture, $" The first {MostRows} of {told.Length} changes are shown.") : "";
        string used = isUsed is null ? "" : told.Length == 0 ? " None of them is in the catalog." : "";
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"In the list: {added} models new, {gone} gone, {changed} changed.{used}{more}"), Cells.Dim));
        console.WriteLine();
    }
}
