using FailScope.Demo.Fleet;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Playing;

/// <summary>A scenario, played.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Turn">What became of the turn.</param>
/// <param name="Calls">How many calls it made.</param>
/// <param name="CallsWithoutMemory">How many calls the same requests made of an app that does not remember; null where that was not asked.</param>
/// <param name="Peer">What the neighbour made of it.</param>
internal sealed record ScenarioResult(Scenario Scenario, TurnResult Turn, int Calls, int? CallsWithoutMemory, PeerResult Peer)
{
    /// <summary>What each router of a fleet did; empty for an app of one process.</summary>
    internal IReadOnlyList<RouterPhaseResult> Phases { get; init; } = [];

    /// <summary>Where the result is another than the scenario expects, in words; none where it is as expected.</summary>
    internal IReadOnlyList<string> Differences =>
        [.. Expectations.Compare(Scenario, Turn, Calls, CallsWithoutMemory, Peer), .. Phases.SelectMany(Expectations.Compare)];

    internal bool IsAsExpected => Differences.Count == 0;
}
