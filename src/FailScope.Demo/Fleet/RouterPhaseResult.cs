using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Fleet;

/// <summary>What became of the requests of a phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Turns">The turns of its requests, in order.</param>
/// <param name="Calls">How many upstream calls they made.</param>
internal sealed record RouterPhaseResult(RouterPhase Phase, IReadOnlyList<TurnResult> Turns, int Calls)
{
    /// <summary>How many calls failed.</summary>
    internal int FailedCalls => Turns.Sum(turn => turn.Attempts.Count(attempt => attempt.Failure is not null));

    /// <summary>Who answered: the names of the models, each once.</summary>
    internal string AnsweredBy => string.Join(", ", Turns.Select(turn => turn.AnsweredBy?.Name ?? "nobody").Distinct());
}
