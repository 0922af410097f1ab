using FailScope.Demo.Fleet;
using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;
using Spectre.Console;

namespace FailScope.Demo.Output;

/// <summary>Tables for people.</summary>
internal sealed class ConsoleReport(IAnsiConsole console) : IReport
{
    /// <summary>Whether there is enough room for all columns.</summary>
    private bool IsWide => console.Profile.Width >= 100;

    public void List(IReadOnlyList<Scenario> scenarios, IReadOnlyList<FallbackChain> chains)
    {
        Table table = NewTable("Scenario", "Chain", "What happens");
        table.Columns[0].NoWrap();
        foreach (Scenario scenario in scenarios)
        {
            table.AddRow(Bold(scenario.Name), Plain(scenario.Chain.Name), Plain(scenario.Title));
        }

        console.Write(table);

        Table chainTable = NewTable("Chain", "Models, in the order in which they are tried");
        chainTable.Columns[0].NoWrap();
        foreach (FallbackChain chain in chains)
        {
            chainTable.AddRow(Bold(chain.Name), Plain(string.Join(" → ", chain.Models.Select(model => model.Name))));
        }

        console.Write(chainTable);
    }

    public void Chain(FallbackChain chain)
    {
        console.Write(new Rule(Bold($"Chain {chain.Name}")) { Justification = Justify.Left });
        Table table = NewTable("Model", "Id", "Provider", "Key", "In / out", "Window");
        foreach (Model model in chain.Models)
        {
            table.AddRow(
                Bold(model.Name),
                Plain(model.Id),
                Plain(model.Provider.Name),
                Plain(Words.KeyOf(model)),
                model.IsFree ? Green("free") : Plain(Words.PriceOf(model)),
                Plain(Words.WindowOf(model)));
        }

        console.Write(table);
        console.MarkupLine($"{Plain("Losses that leave no model:")} {Plain(Words.LossesOf(chain))}");
        console.WriteLine();
    }

    public void Scenario(int number, int count, ScenarioResult result)
    {
        Scenario scenario = result.Scenario;
        console.Write(new Rule($"{Dim($"{number}/{count}")} {Bold(scenario.Name)}") { Justification = Justify.Left });
        console.MarkupLine(Bold(scenario.Title));
        console.MarkupLine(Plain(scenario.Story));
        console.Write(result.Phases.Count > 0 ? PhaseTable(result.Phases) : TurnTable(result.Turn));
        console.MarkupLine($"{(result.IsAsExpected ? Green("✓") : Red("✗"))} {Plain(Words.EndingOf(result.Turn))}");
        console.MarkupLine(
            $"  Upstream calls: {Bold(Words.CallsOf(result))}. "
            + $"OrderedFailoverChatClient: {Bold($"{result.Peer.Calls}")} {Dim($"({result.Peer.Outcome.InWords})")}");
        foreach (string difference in result.Differences)
        {
            console.MarkupLine($"  {Red($"Not as expected: {difference}.")}");
        }

        console.WriteLine();
    }

    public void Turn(TurnResult turn, string question)
    {
        console.Write(new Rule(Bold($"Chain {turn.Chain.Name}, live")) { Justification = Justify.Left });
        console.MarkupLine(Dim(question));
        console.Write(TurnTable(turn));
        console.MarkupLine(Plain(Words.EndingOf(turn)));
        if (turn.Text.Length > 0)
        {
            console.MarkupLine(Dim(turn.Text));
        }

        console.WriteLine();
    }

    public void Summary(IReadOnlyList<ScenarioResult> results)
    {
        console.Write(new Rule(Bold("Summary")) { Justification = Justify.Left });
        string[] headers = ["", "Scenario", "What failed", "Who answers", "Calls", "OrderedFailover\nChatClient"];
        Table table = NewTable([.. headers.Where((_, column) => IsShown(column))]);
        table.Columns[1].NoWrap();
        table.Columns[^2].RightAligned();
        foreach (ScenarioResult result in results)
        {
            string[] cells =
            [
                result.IsAsExpected ? Green("✓") : Red("✗"),
                Bold(result.Scenario.Name),
                Plain(Words.KindsOf(result.Turn)),
                Plain(Words.AnswererOf(result.Turn)),
                Bold($"{result.Calls}"),
                Plain(Words.PeerOf(result)),
            ];
            table.AddRow([.. cells.Where((_, column) => IsShown(column))]);
        }

        console.Write(table);
        console.MarkupLine(Plain(Words.Verdict(results)));

        // The column with what failed is left out first, because the name of the scenario says nearly the same.
        bool IsShown(int column) => IsWide || column != 2;
    }

    private Table TurnTable(TurnResult turn)
    {
        Table table = IsWide
            ? NewTable("#", "Model", "What came back", "Classified as", "Retired with it")
            : NewTable("#", "Model", "What came back, what it is, what it retires");
        table.Columns[1].NoWrap();
        foreach (TurnRow row in TurnRows.Of(turn))
        {
            string[] cells = row.Number is null ? UntriedCells(row) : TriedCells(row);
            table.AddRow(IsWide ? cells : [cells[0], cells[1], string.Join('\n', cells[2..].Where(cell => cell.Length > 0))]);
        }

        return table;
    }

    private static Table PhaseTable(IReadOnlyList<RouterPhaseResult> phases)
    {
        Table table = NewTable(Words.PhaseHeaders);
        table.Columns[0].NoWrap();
        foreach (RouterPhaseResult phase in phases)
        {
            string[] cells = Words.PhaseOf(phase);
            table.AddRow([Bold(cells[0]), .. cells[1..^2].Select(Plain), phase.FailedCalls > 0 ? Red(cells[^2]) : Green(cells[^2]), Plain(cells[^1])]);
        }

        return table;
    }

    private static string[] UntriedCells(TurnRow row) =>
        [Dim("–"), $"{Dim(row.Model.Name)}\n{Dim(row.Offer)}", Dim(row.CameBack), "", row.Why is null ? "" : Dim(row.Why)];

    private static string[] TriedCells(TurnRow row)
    {
        string model = $"{Bold(row.Model.Name)}\n{(row.Model.IsFree ? Green(row.Offer) : Dim(row.Offer))}";
        return row.Kind is null
            ? [Bold($"{row.Number}"), model, Green(row.CameBack), "", ""]
            :
            [
                Bold($"{row.Number}"),
                model,
                Plain(row.CameBack),
                $"{Red($"{row.Kind}")}\n{Dim(row.Evidence!)}",
                row.Retires is null ? Dim(row.Why!) : $"{Plain(row.Retires)}\n{Dim($"({row.Why})")}",
            ];
    }

    private static Table NewTable(params string[] headers)
    {
        var table = new Table { Border = TableBorder.Rounded, Expand = true };
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(Bold(header)));
        }

        return table;
    }

    private static string Plain(string text) => Markup.Escape(text);

    private static string Bold(string text) => $"[bold]{Markup.Escape(text)}[/]";

    private static string Dim(string text) => $"[dim]{Markup.Escape(text)}[/]";

    private static string Green(string text) => $"[green]{Markup.Escape(text)}[/]";

    private static string Red(string text) => $"[red]{Markup.Escape(text)}[/]";
}
