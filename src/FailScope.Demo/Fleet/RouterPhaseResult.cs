using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Fleet;

/// <summary>The result of the requests of a phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Turns">The turns of its requests, in order.</param>
/// <param name="Calls">The number of upstream calls.</param>
internal sealed record RouterPhaseResult(RouterPhase Phase, IReadOnlyList<TurnResult> Turns, int Calls)
{
    /// <summary>The number of calls that failed.</summary>
    internal int FailedCalls => Turns.Sum(turn => turn.Attempts.Count(attempt => attempt.Failure is not null));

    /// <summary>The names of the models that answered, each once.</summary>
    internal string AnsweredBy => string.Join(", ", Turns.Select(turn => turn.AnsweredBy?.Name ?? "no model").Distinct());
}
