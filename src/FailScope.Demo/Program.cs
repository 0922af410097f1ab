using FailScope.Demo.CommandLine;
using FailScope.Demo.Fleet;
using FailScope.Demo.Output;
using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;
using FailScope.Testing;

namespace FailScope.Demo;

/// <summary>
/// An app router, and failures around it. The catalog in <c>Catalog/</c> declares providers, keys, models and
/// chains; <c>Scenarios/</c> lists the failures; FailScope.Testing plays the providers; <c>Turns/</c> shows three ways
/// for an app to use a chain.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var interrupt = new Interrupt();
        if (args is [RouterProgram.Argument])
        {
            return (int)await RouterProgram.RunAsync(Console.In, Console.Out, interrupt.Token);
        }

        return (int)await RunAsync(args, DemoConsole.OfProcess(), Environment.GetEnvironmentVariable, interrupt.Token);
    }

    internal static async Task<ExitCode> RunAsync(string[] args, DemoConsole console, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        try
        {
            DemoOptions options = CommandLineParser.Parse(args);
            IReport report = options.Markdown ? new MarkdownReport(console.Output) : new ConsoleReport(console.Tables);
            if (options.Help)
            {
                console.Output.WriteLine(CommandLineParser.Usage);
                return ExitCode.Success;
            }

            if (options.List)
            {
                report.List(options.Chosen, options.Chains.Count > 0 ? options.Chains : Models.Catalog.Chains);
                return ExitCode.Success;
            }

            foreach (FallbackChain chain in options.Chains)
            {
                report.Chain(chain);
            }

            return options.Live
                ? await AskRealModelsAsync(options, report, console, environment, cancellationToken)
                : await PlayAsync(options.Chosen, report, cancellationToken);
        }
        catch (UsageException exception)
        {
            console.Error.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Plays scenarios against providers that fail on demand, and compares each result with the expected one.</summary>
    internal static async Task<ExitCode> PlayAsync(IReadOnlyList<Scenario> scenarios, IReport report, CancellationToken cancellationToken)
    {
        using var upstream = new FakeUpstream(Models.Catalog);
        using var player = new ScenarioPlayer(upstream);
        var results = new List<ScenarioResult>();
        foreach (Scenario scenario in scenarios)
        {
            ScenarioResult result = await player.PlayAsync(scenario, cancellationToken);
            results.Add(result);
            report.Scenario(results.Count, scenarios.Count, result);
        }

        report.Summary(results);
        return results.TrueForAll(result => result.IsAsExpected) ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Sends requests to chains of real models.</summary>
    private static async Task<ExitCode> AskRealModelsAsync(
        DemoOptions options, IReport report, DemoConsole console, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        using var network = new SocketsHttpHandler();
        bool haveAllAnswered = true;
        IReadOnlyList<FallbackChain> chains = options.Chains.Count > 0 ? options.Chains : [Models.Chat];
        foreach (FallbackChain chain in chains)
        {
            IReadOnlyList<string> missing = LiveTurn.FindMissing(chain, environment);
            if (missing.Count > 0)
            {
                console.Error.WriteLine($"The chain '{chain.Name}' lacks keys. Not set: {string.Join(", ", missing)}.");
            }

            TurnResult turn = await LiveTurn.AskAsync(chain, environment, network, cancellationToken);
            report.Turn(turn, LiveTurn.Question);
            haveAllAnswered &= turn.Ending == Ending.Answered;
        }

        return haveAllAnswered ? ExitCode.Success : ExitCode.Failure;
    }
}
