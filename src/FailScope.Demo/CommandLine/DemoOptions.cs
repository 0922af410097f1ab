using FailScope.Demo.Scenarios;

namespace FailScope.Demo.CommandLine;

/// <summary>What the arguments ask for.</summary>
internal sealed record DemoOptions
{
    /// <summary>Only tell how to use the demo.</summary>
    internal bool Help { get; init; }

    /// <summary>Only list scenarios and chains.</summary>
    internal bool List { get; init; }

    /// <summary>Ask real models instead of playing scenarios.</summary>
    internal bool Live { get; init; }

    /// <summary>Write Markdown instead of tables for a terminal.</summary>
    internal bool Markdown { get; init; }

    /// <summary>The scenarios that were named; none for all.</summary>
    internal IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>The chains that were named; none for all.</summary>
    internal IReadOnlyList<FallbackChain> Chains { get; init; } = [];

    /// <summary>The scenarios to play: those that were named, on the chains that were named.</summary>
    internal IReadOnlyList<Scenario> Chosen =>
        [.. (Scenarios.Count > 0 ? Scenarios : AllScenarios.InOrder).Where(scenario => Chains.Count == 0 || Chains.Contains(scenario.Chain))];
}
