using FailScope.Demo.Scenarios;

namespace FailScope.Demo.CommandLine;

/// <summary>Reads the arguments.</summary>
internal static class CommandLineParser
{
    internal const string Usage = """
        FailScope demo: an app router plays every kind of failure through its fallback chains.

        Usage: dotnet run --project src/FailScope.Demo [-- options]

          --scenario NAME   play this scenario only; may be given several times
          --chain NAME      play the scenarios of this chain only; may be given several times
          --list            list the scenarios and the chains
          --markdown        write Markdown
          --live            ask real models, with keys from the environment, down the chain 'Chat'
                            or the chains that --chain names; costs a few tokens
          --help            show this

        Exit codes: 0 every scenario ended as expected, 1 one did not, 2 arguments, 130 interrupted.
        """;

    private static readonly string[] Known = ["--scenario", "--chain", "--list", "--markdown", "--live", "--help"];

    /// <exception cref="UsageException">The arguments are invalid.</exception>
    internal static DemoOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new DemoOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            // Accepts both "--chain Chat" and "--chain=Chat".
            string[] parts = argument.Split('=', 2);
            options = parts[0] switch
            {
                "--scenario" => options with { Scenarios = [.. options.Scenarios, FindScenario(ValueOf(parts, rest))] },
                "--chain" => options with { Chains = [.. options.Chains, FindChain(ValueOf(parts, rest))] },
                "--list" => options with { List = IsSet(parts) },
                "--markdown" => options with { Markdown = IsSet(parts) },
                "--live" => options with { Live = IsSet(parts) },
                "--help" or "-h" or "-?" => options with { Help = IsSet(parts) },
                _ => throw new UsageException(Unknown("argument", parts[0], Known)),
            };
        }

        if (options is { Live: true, Scenarios.Count: > 0 })
        {
            throw new UsageException("--live calls real models, but a scenario needs providers that fail on demand: choose one of the two.");
        }

        if (options.Chosen.Count == 0)
        {
            throw new UsageException("None of these scenarios uses any of these chains. --list shows the chain of each scenario.");
        }

        return options;
    }

    private static string ValueOf(string[] parts, Queue<string> rest) =>
        parts.Length == 2 ? parts[1]
        : rest.TryPeek(out string? next) && !next.StartsWith("--", StringComparison.Ordinal) ? rest.Dequeue()
        : throw new UsageException($"{parts[0]} needs a name. --list shows them.");

    private static bool IsSet(string[] parts) =>
        parts.Length == 1 ? true : throw new UsageException($"{parts[0]} takes no value.");

    private static Scenario FindScenario(string name) =>
        AllScenarios.InOrder.FirstOrDefault(scenario => string.Equals(scenario.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(Unknown("scenario", name, AllScenarios.InOrder.Select(scenario => scenario.Name)));

    private static FallbackChain FindChain(string name) =>
        Models.Catalog.Chains.FirstOrDefault(chain => string.Equals(chain.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(Unknown("chain", name, Models.Catalog.Chains.Select(chain => chain.Name)));

    private static string Unknown(string thing, string name, IEnumerable<string> known)
    {
        string[] candidates = [.. known];
        string? nearest = NearestName.Find(name, candidates)
            ?? candidates.FirstOrDefault(candidate => candidate.Contains(name.Trim('-'), StringComparison.OrdinalIgnoreCase));
        string hint = nearest is null ? "--help and --list show what there is." : $"Did you mean '{nearest}'?";
        return $"There is no {thing} '{name}'. {hint}";
    }
}
