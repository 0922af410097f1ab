using FailScope.Demo.Fleet;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Playing;

/// <summary>The result of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Turn">The result of the turn.</param>
/// <param name="Calls">The number of calls.</param>
/// <param name="CallsWithoutMemory">The number of calls of the same requests in an app without memory; null if that was not measured.</param>
/// <param name="Peer">The result of the client to compare with.</param>
internal sealed record ScenarioResult(Scenario Scenario, TurnResult Turn, int Calls, int? CallsWithoutMemory, PeerResult Peer)
{
    /// <summary>The result of each phase of a fleet; empty for an app with one process.</summary>
    internal IReadOnlyList<RouterPhaseResult> Phases { get; init; } = [];

    /// <summary>The differences from the expected result, in words; empty if there are none.</summary>
    internal IReadOnlyList<string> Differences =>
        [.. Expectations.Compare(Scenario, Turn, Calls, CallsWithoutMemory, Peer), .. Phases.SelectMany(Expectations.Compare)];

    internal bool IsAsExpected => Differences.Count == 0;
}
