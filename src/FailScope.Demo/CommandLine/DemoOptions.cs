using FailScope.Demo.Scenarios;

namespace FailScope.Demo.CommandLine;

/// <summary>The parsed arguments.</summary>
internal sealed record DemoOptions
{
    /// <summary>Only show how to use the demo.</summary>
    internal bool Help { get; init; }

    /// <summary>Only list scenarios and chains.</summary>
    internal bool List { get; init; }

    /// <summary>Call real models instead of playing scenarios.</summary>
    internal bool Live { get; init; }

    /// <summary>Write Markdown instead of tables for a terminal.</summary>
    internal bool Markdown { get; init; }

    /// <summary>The scenarios named in the arguments; empty for all.</summary>
    internal IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>The chains named in the arguments; empty for all.</summary>
    internal IReadOnlyList<FallbackChain> Chains { get; init; } = [];

    /// <summary>The scenarios to play: the named ones, for the named chains.</summary>
    internal IReadOnlyList<Scenario> Chosen =>
        [.. (Scenarios.Count > 0 ? Scenarios : AllScenarios.InOrder).Where(scenario => Chains.Count == 0 || Chains.Contains(scenario.Chain))];
}
