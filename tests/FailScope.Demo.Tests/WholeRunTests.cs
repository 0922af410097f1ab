using System.Text.RegularExpressions;
using FailScope.Demo.Output;
using FailScope.Demo.Scenarios;

namespace FailScope.Demo.Tests;

public sealed class WholeRunTests
{
    [Fact]
    public async Task Without_arguments_every_scenario_is_shown_and_ends_as_expected()
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
    public async Task As_Markdown_every_scenario_is_shown_in_tables_that_hold_together()
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
    public async Task A_scenario_that_ends_otherwise_is_a_failure_of_the_demo()
    {
        // The report is what a person sees of it; the exit code is what a build sees.
        Scenario wrong = AllScenarios.InOrder[0] with { Calls = 1 };
        using var output = new StringWriter();
        ExitCode exitCode = await Program.PlayAsync([wrong], new ConsoleReport(new DemoConsole(output, TextWriter.Null).Tables), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains("Not as expected: the turn has to make 1 upstream calls, and made 2.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 1 scenarios ended otherwise", output.ToString(), StringComparison.Ordinal);
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
    public async Task Interrupted_before_it_begins_it_says_so()
    {
        DemoRun run = await DemoRun.OfAsync(new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal($"Interrupted.{Environment.NewLine}", run.Error);
    }

    [Fact]
    public async Task Interrupted_in_the_middle_of_a_run_it_ends_there()
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

    /// <summary>Interrupts the demo as soon as it writes a word.</summary>
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
