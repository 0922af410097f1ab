using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Output;

/// <summary>The report of the demo as Markdown, for an issue or a wiki.</summary>
internal sealed class MarkdownReport(TextWriter output) : IReport
{
    public void List(IReadOnlyList<Scenario> scenarios, IReadOnlyList<FallbackChain> chains)
    {
        Table(["Scenario", "Chain", "What happens"], scenarios.Select(scenario => new[] { Code(scenario.Name), Code(scenario.Chain.Name), scenario.Title }));
        Table(
            ["Chain", "Models, in the order in which they are tried"],
            chains.Select(chain => new[] { Code(chain.Name), string.Join(" → ", chain.Models.Select(model => Code(model.Name))) }));
    }

    public void Chain(FallbackChain chain)
    {
        output.WriteLine(chain.ToMarkdown());
        output.WriteLine();
    }

    public void Scenario(int number, int count, ScenarioResult result)
    {
        output.WriteLine($"## {number}/{count} {result.Scenario.Name}: {result.Scenario.Title}");
        output.WriteLine();
        output.WriteLine(result.Scenario.Story);
        output.WriteLine();
        if (result.Phases.Count > 0)
        {
            Table(Words.PhaseHeaders, result.Phases.Select(Words.PhaseOf));
        }
        else
        {
            TurnTable(result.Turn);
        }

        output.WriteLine($"{(result.IsAsExpected ? "✓" : "✗")} {Escape(Words.EndingOf(result.Turn))}");
        output.WriteLine($"Upstream calls: **{Words.CallsOf(result)}**. `OrderedFailoverChatClient`: **{result.Peer.Calls}** ({result.Peer.Outcome.InWords}).");
        output.WriteLine();
        foreach (string difference in result.Differences)
        {
            output.WriteLine($"- **Not as expected:** {Escape(difference)}.");
        }

        if (!result.IsAsExpected)
        {
            output.WriteLine();
        }
    }

    public void Turn(TurnResult turn, string question)
    {
        output.WriteLine($"## Chain {turn.Chain.Name}, live");
        output.WriteLine();
        output.WriteLine(question);
        output.WriteLine();
        TurnTable(turn);
        output.WriteLine(Escape(Words.EndingOf(turn)));
        output.WriteLine();
        if (turn.Text.Length > 0)
        {
            output.WriteLine($"> {Escape(turn.Text)}");
            output.WriteLine();
        }
    }

    public void Summary(IReadOnlyList<ScenarioResult> results)
    {
        output.WriteLine("## Summary");
        output.WriteLine();
        Table(
            ["", "Scenario", "What failed", "Who answers", "Calls", "`OrderedFailoverChatClient`"],
            results.Select(result => new[]
            {
                result.IsAsExpected ? "✓" : "✗",
                Code(result.Scenario.Name),
                Words.KindsOf(result.Turn),
                Words.AnswererOf(result.Turn),
                $"**{result.Calls}**",
                Words.PeerOf(result),
            }));
        output.WriteLine(Words.Verdict(results));
    }

    private void TurnTable(TurnResult turn) => Table(
        ["#", "Model", "What came back", "Classified as", "Retired with it"],
        TurnRows.Of(turn).Select(row => new[]
        {
            row.Number is { } number ? $"{number}" : "–",
            $"{Code(row.Model.Name)} ({row.Offer})",
            Escape(row.CameBack),
            row.Kind is null ? "" : $"**{row.Kind}** ({Escape(row.Evidence ?? "")})",
            row.Retires is null ? row.Why ?? "" : $"{row.Retires} ({row.Why})",
        }));

    private void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        output.WriteLine($"| {string.Join(" | ", headers)} |");
        output.WriteLine($"|{string.Concat(headers.Select(_ => "---|"))}");
        foreach (IReadOnlyList<string> row in rows)
        {
            output.WriteLine($"| {string.Join(" | ", row)} |");
        }

        output.WriteLine();
    }

    private static string Code(string name) => $"`{name}`";

    // Text from a provider may contain anything. In a table cell it must be one line of plain text.
    private static string Escape(string text) =>
        text.ReplaceLineEndings(" ").Replace("\\", "\\\\").Replace("|", "\\|").Replace("<", "&lt;").Replace("*", "\\*").Replace("_", "\\_").Replace("`", "\\`");
}
