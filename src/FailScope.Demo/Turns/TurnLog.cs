namespace FailScope.Demo.Turns;

/// <summary>Writes down the attempts of a turn, and works out what each failure retired.</summary>
internal sealed class TurnLog
{
    private readonly FallbackChain _chain;
    private readonly List<Attempt> _attempts = [];
    private FallbackState _state;

    /// <param name="chain">The chain.</param>
    /// <param name="needs">What the request needs of every model.</param>
    internal TurnLog(FallbackChain chain, ModelCapabilities needs)
    {
        _chain = chain;
        _state = chain.Start(needs);
        Lacking = [.. chain.Models.Where(model => !_state.Contains(model))];
    }

    internal IReadOnlyList<Attempt> Attempts => _attempts;

    internal IReadOnlyList<Model> Lacking { get; }

    /// <summary>A model answered.</summary>
    internal void Answered(Model model) => _attempts.Add(new Attempt(model, null, []));

    /// <summary>A model failed.</summary>
    internal void Failed(Model model, Failure failure)
    {
        FallbackState left = failure.Kind == FailureKind.Cancelled ? _state : _state.After(failure.Kind, model);
        _attempts.Add(new Attempt(model, failure, [.. _state.Remaining.Where(other => other != model && !left.Contains(other))]));
        _state = left;
    }

    internal TurnResult ToResult(Ending ending, string text, string? message, int calls) =>
        new(_chain, Attempts, Lacking, ending, text, message, calls);
}
