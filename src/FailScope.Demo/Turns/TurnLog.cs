namespace FailScope.Demo.Turns;

/// <summary>Writes down the attempts of a turn, and works out which other models each failure retired.</summary>
internal sealed class TurnLog
{
    private readonly List<Attempt> _attempts = [];
    private FallbackState _state;

    /// <param name="request">What walks down a chain.</param>
    internal TurnLog(TurnRequest request)
    {
        _state = request.Chain.Start(request.Needs);
        Lacking = [.. request.Chain.Models.Where(model => !_state.Contains(model))];
    }

    /// <summary>The models that lack what the request needs.</summary>
    internal IReadOnlyList<Model> Lacking { get; }

    internal IReadOnlyList<Attempt> Attempts => _attempts;

    /// <summary>A model answered, or failed.</summary>
    internal void Add(Model model, Failure? failure)
    {
        FallbackState left = failure is null ? _state : _state.After(failure.Kind, model);
        _attempts.Add(new Attempt(model, failure, [.. _state.Remaining.Where(other => other != model && !left.Contains(other))]));
        _state = left;
    }
}
