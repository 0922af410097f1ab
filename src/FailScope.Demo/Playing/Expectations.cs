using FailScope.Demo.Fleet;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Playing;

/// <summary>Compares the actual result with the one that a scenario expects.</summary>
internal static class Expectations
{
    internal static IEnumerable<string> Compare(Scenario scenario, TurnResult turn, int calls, int? callsWithoutMemory, PeerResult peer)
    {
        if (turn.Ending != scenario.Ends)
        {
            yield return $"the turn should end as {scenario.Ends}, but ended as {turn.Ending}{(turn.Message is null ? "" : $" ({turn.Message})")}";
        }

        int attempts = Math.Max(scenario.Expected.Count, turn.Attempts.Count);
        for (int i = 0; i < attempts; i++)
        {
            string expected = i < scenario.Expected.Count ? Describe(scenario.Expected[i]) : "nothing more";
            string actual = i < turn.Attempts.Count ? Describe(turn.Attempts[i]) : "nothing more";
            if (expected != actual)
            {
                yield return $"attempt {i + 1} should be: {expected}; it was: {actual}";
            }
        }

        if (calls != scenario.Calls)
        {
            yield return $"the turn should make {scenario.Calls} upstream calls, but made {calls}";
        }

        if (callsWithoutMemory != scenario.CallsWithoutMemory)
        {
            yield return $"without memory the turn should make {scenario.CallsWithoutMemory} upstream calls, but made {callsWithoutMemory}";
        }

        if (peer.Calls != scenario.PeerCalls)
        {
            yield return $"OrderedFailoverChatClient should make {scenario.PeerCalls} upstream calls, but made {peer.Calls}";
        }
    }

    internal static IEnumerable<string> Compare(RouterPhaseResult result)
    {
        RouterPhase phase = result.Phase;
        if (result.FailedCalls != phase.FailedCalls)
        {
            yield return $"router {phase.Router} ({phase.Title}) should make {phase.FailedCalls} failing calls, but made {result.FailedCalls}";
        }

        if (result.Turns.Count(turn => turn.Ending == Ending.Answered) is var answered && answered != phase.Requests)
        {
            yield return $"router {phase.Router} ({phase.Title}) should get {phase.Requests} answers, but got {answered}";
        }
    }

    private static string Describe(ExpectedAttempt attempt) => Describe(attempt.Model, attempt.Kind, attempt.Retires);

    private static string Describe(Attempt attempt) =>
        Describe(attempt.Model.Name, attempt.Failure?.Kind, [.. attempt.Retired.Select(model => model.Name)]);

    private static string Describe(string model, FailureKind? kind, IReadOnlyList<string> retires) =>
        kind is null ? $"{model} answers"
        : retires.Count == 0 ? $"{model} fails with {kind} and retires no other"
        : $"{model} fails with {kind} and retires {string.Join(", ", retires)}";
}
