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
            yield return $"the turn has to end as {scenario.Ends}, and ended as {turn.Ending}{(turn.Message is null ? "" : $" ({turn.Message})")}";
        }

        int attempts = Math.Max(scenario.Expected.Count, turn.Attempts.Count);
        for (int i = 0; i < attempts; i++)
        {
            string expected = i < scenario.Expected.Count ? Describe(scenario.Expected[i]) : "nothing more";
            string actual = i < turn.Attempts.Count ? Describe(turn.Attempts[i]) : "nothing more";
            if (expected != actual)
            {
                yield return $"attempt {i + 1} has to be: {expected}; it was: {actual}";
            }
        }

        if (calls != scenario.Calls)
        {
            yield return $"the turn has to make {scenario.Calls} upstream calls, and made {calls}";
        }

        if (callsWithoutMemory != scenario.CallsWithoutMemory)
        {
            yield return $"without memory {scenario.CallsWithoutMemory} upstream calls were expected, and {callsWithoutMemory} were made";
        }

        if (peer.Calls != scenario.PeerCalls)
        {
            yield return $"OrderedFailoverChatClient was expected to make {scenario.PeerCalls} upstream calls, and made {peer.Calls}";
        }
    }

    internal static IEnumerable<string> Compare(RouterPhaseResult result)
    {
        RouterPhase phase = result.Phase;
        if (result.FailedCalls != phase.FailedCalls)
        {
            yield return $"router {phase.Router} ({phase.Title}) has to make {phase.FailedCalls} calls that fail, and made {result.FailedCalls}";
        }

        if (result.Turns.Count(turn => turn.Ending == Ending.Answered) is var answered && answered != phase.Requests)
        {
            yield return $"router {phase.Router} ({phase.Title}) has to get {phase.Requests} answers, and got {answered}";
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
