using FailScope.Demo.Turns;

namespace FailScope.Demo.Fleet;

/// <summary>The result of one request of a router process, as one line of JSON.</summary>
/// <param name="Ending">How the turn ended.</param>
/// <param name="Calls">The number of upstream calls.</param>
/// <param name="Attempts">The attempts, in order.</param>
internal sealed record RouterTurn(Ending Ending, int Calls, IReadOnlyList<RouterAttempt> Attempts)
{
    internal static RouterTurn Of(TurnResult turn, int calls) => new(
        turn.Ending,
        calls,
        [.. turn.Attempts.Select(attempt => new RouterAttempt(attempt.Model.Name, attempt.Failure?.Kind, [.. attempt.Retired.Select(model => model.Name)]))]);

    internal TurnResult ToResult(FallbackChain chain)
    {
        return new TurnResult(chain, [.. Attempts.Select(attempt => new Attempt(Find(attempt.Model), FailureOf(attempt), [.. attempt.Retired.Select(Find)]))], [], [], Ending, "", null);

        Model Find(string name) => chain.Models.Single(model => model.Name == name);

        static Failure? FailureOf(RouterAttempt attempt) => attempt.Kind is { } kind ? new Failure(kind) : null;
    }
}

/// <summary>An attempt of a router process.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Kind">How it failed; null if it answered.</param>
/// <param name="Retired">The names of the other models that the failure retired.</param>
internal sealed record RouterAttempt(string Model, FailureKind? Kind, IReadOnlyList<string> Retired);
