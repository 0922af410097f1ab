using System.Globalization;
using FailScope.Tool.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FailScope.Tool.Checking;

/// <summary>Tables for a terminal.</summary>
internal sealed class TableReport(IAnsiConsole console) : ICheckReport
{
    /// <summary>For longer chains, the number of remaining models is shown instead of the models.</summary>
    private const int MostDots = 24;

    public void Write(CheckResult result)
    {
        foreach (ModelCatalog catalog in result.Catalogs)
        {
            Line($"{catalog.Name}: {Cells.Count(catalog.Models.Count, "model")}, {Cells.Count(catalog.Credentials.Count, "key")}, {Cells.Count(catalog.Providers.Count, "provider")}", Cells.Dim);
            foreach (FallbackChain chain in catalog.Chains)
            {
                Write(chain);
            }

            if (catalog.Chains.Count == 0)
            {
                Line("It declares no chain.", Cells.Odd);
            }

            console.WriteLine();
        }

        Write(result.Told);
        if (result.Counted is { } counted)
        {
            Line(counted, Cells.Dim);
        }

        string lists = string.Join(", ", result.Lists);
        Line(lists.Length > 0 ? $"Compared with {lists}." : "No price list was given: ids, prices and windows were not compared.", Cells.Dim);
    }

    private void Write(FallbackChain chain)
    {
        console.WriteLine();
        console.Write(new Paragraph(chain.Name, Cells.Strong).Append($"  {Promise(chain)}", Cells.Dim));
        console.WriteLine();
        bool hasIds = console.Profile.Width >= Cells.WidthWithIds;
        (string, bool)[] columns = [("#", true), ("model", false), ("id", false), ("key", false), ("$ in / out", true), ("window", true)];
        Table models = Cells.CreateTable(hasIds ? columns : [.. columns.Where(column => column.Item1 != "id")]);
        for (int i = 0; i < chain.Models.Count; i++)
        {
            Model model = chain.Models[i];
            IRenderable[] id = hasIds ? [Cells.Of(model.Id, Cells.Dim)] : [];
            models.AddRow(
            [
                Cells.Of(i + 1, Cells.Dim),
                Cells.Of(model.Name),
                .. id,
                Cells.Of(model.Credential.Name),
                Cells.Of(Cells.Price(model), model.IsFree ? Cells.Good : Style.Plain),
                Cells.Of(model.ContextWindow),
            ]);
        }

        console.Write(models);
        WriteRadius(chain);
    }

    /// <summary>Writes a row for each set of remaining models, because a key, its account and its provider often retire the same models.</summary>
    private void WriteRadius(FallbackChain chain)
    {
        Table radius = Cells.CreateTable(("after the loss of", false), ("left", true), ("remains", false));
        foreach (var losses in chain.BlastRadius().GroupBy(row => string.Join('|', row.Remaining.Select(model => model.Name)), StringComparer.Ordinal))
        {
            IReadOnlyList<Model> remaining = losses.First().Remaining;
            radius.AddRow(
                Cells.Of(string.Join(", or ", losses.Select(row => row.Loss.ToString()))),
                Cells.Of(string.Create(CultureInfo.InvariantCulture, $"{remaining.Count} of {chain.Models.Count}"), remaining.Count == 0 ? Cells.Bad : Style.Plain),
                Remains(chain, remaining));
        }

        console.Write(radius);
    }

    /// <summary>A dot for each model of the chain, and the name of the first remaining one.</summary>
    private static IRenderable Remains(FallbackChain chain, IReadOnlyList<Model> remaining)
    {
        if (remaining.Count == 0)
        {
            return new Text("nothing", Cells.Bad);
        }

        var cell = new Paragraph();
        if (chain.Models.Count <= MostDots)
        {
            foreach (Model model in chain.Models)
            {
                bool isLeft = remaining.Contains(model);
                cell.Append(isLeft ? "●" : "·", isLeft ? Cells.Good : Cells.Dim);
            }

            cell.Append("  ");
        }

        return cell.Append($"{remaining[0].Name}{(remaining.Count > 1 ? " first" : "")}");
    }

    private static string Promise(FallbackChain chain) => chain.SurvivalContract switch
    {
        LossOf.None => "promises nothing",
        var losses => $"promises to survive a lost {string.Join(", ", losses.ToString().Split(", ").Select(Word))}",
    };

    private static string Word(string flag) => flag switch
    {
        nameof(LossOf.Credential) => "key",
        nameof(LossOf.FreeQuota) => "free quota",
        _ => flag.ToLowerInvariant(),
    };

    private void Write(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            Line("No error and no warning.", Cells.Good);
            return;
        }

        Table table = Cells.CreateTable(("", false), ("rule", false), ("where", false), ("what", false));
        table.Columns[1].NoWrap();
        foreach (Finding finding in findings)
        {
            (string mark, Style style) = finding.Level switch
            {
                FindingLevel.Error => ("error", Cells.Bad),
                FindingLevel.Warning => ("warning", Cells.Odd),
                _ => ("note", Cells.Dim),
            };
            table.AddRow(new Text(mark, style), Cells.Of(finding.Rule, Cells.Dim), Cells.Of(finding.Member), Cells.Of(finding.Message));
        }

        console.Write(table);
    }

    private void Line(string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }
}
