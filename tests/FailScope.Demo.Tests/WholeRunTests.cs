using System.Text.RegularExpressions;
using FailScope.Demo.Output;
using FailScope.Demo.Scenarios;

namespace FailScope.Demo.Tests;

public sealed class WholeRunTests
{
    [Fact]
    public async Task Without_arguments_every_scenario_is_shown_with_its_expected_result()
    {
        DemoRun run = await DemoRun.OfAsync();
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.All(AllScenarios.InOrder, scenario => Assert.Contains(scenario.Title, run.Output, StringComparison.Ordinal));
        Assert.Contains($"All {AllScenarios.InOrder.Count} scenarios ended as expected", run.Output, StringComparison.Ordinal);
        AssertReadable(run.Output);
        Assert.All(Lines(run.Output), line => Assert.InRange(line.Length, 0, DemoConsole.WidestTable));
    }

    [Fact]
    public async Task The_Markdown_output_shows_every_scenario_in_valid_tables()
    {
        DemoRun run = await DemoRun.OfAsync("--markdown");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(AllScenarios.InOrder, scenario => Assert.Contains($" {scenario.Name}: {scenario.Title}", run.Output, StringComparison.Ordinal));
        AssertReadable(run.Output);
        Assert.DoesNotContain("╭", run.Output, StringComparison.Ordinal);

        int columns = 0;
        foreach (string line in Lines(run.Output))
        {
            int bars = Regex.Count(line, @"(?<!\\)\|");
            columns = bars == 0 ? 0 : columns == 0 ? bars : columns;
            Assert.True(bars == columns, line);
        }
    }

    [Fact]
    public async Task An_unexpected_result_makes_the_demo_fail()
    {
        // People see the report; builds see the exit code.
        Scenario wrong = AllScenarios.InOrder[0] with { Calls = 1 };
        using var output = new StringWriter();
        ExitCode exitCode = await Program.PlayAsync([wrong], new ConsoleReport(new DemoConsole(output, TextWriter.Null).Tables), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains("Not as expected: the turn should make 1 upstream calls, but made 2.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 1 scenarios did not end as expected", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_narrow_terminal_gets_narrow_tables()
    {
        using var output = new StringWriter();
        var console = new DemoConsole(output, TextWriter.Null, isTerminal: false, terminalWidth: 80);
        Assert.Equal(ExitCode.Success, await Program.RunAsync(["--scenario", "dead-key"], console, _ => null, TestContext.Current.CancellationToken));
        Assert.All(Lines(output.ToString()), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task An_interruption_before_the_start_is_reported()
    {
        DemoRun run = await DemoRun.OfAsync(new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal($"Interrupted.{Environment.NewLine}", run.Error);
    }

    [Fact]
    public async Task An_interruption_in_the_middle_ends_the_run()
    {
        using var interrupt = new CancellationTokenSource();
        using var output = new InterruptingWriter("dead-key", interrupt);
        using var error = new StringWriter();
        ExitCode exitCode = await Program.RunAsync([], new DemoConsole(output, error), _ => null, interrupt.Token);
        Assert.Equal(ExitCode.Interrupted, exitCode);
        Assert.Equal($"Interrupted.{Environment.NewLine}", error.ToString());
        Assert.DoesNotContain("run-async", output.ToString(), StringComparison.Ordinal);
    }

    private static void AssertReadable(string output)
    {
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain("demo-key", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", output, StringComparison.Ordinal);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.None).Select(line => line.TrimEnd('\r')).ToArray();

    /// <summary>Interrupts the demo as soon as it writes a certain word.</summary>
    private sealed class InterruptingWriter(string word, CancellationTokenSource interrupt) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(word, StringComparison.Ordinal) == true)
            {
                interrupt.Cancel();
            }
        }
    }
}
