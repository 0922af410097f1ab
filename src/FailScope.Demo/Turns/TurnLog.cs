namespace FailScope.Demo.Turns;

/// <summary>Records the attempts of a turn, and which other models each failure retired.</summary>
internal sealed class TurnLog
{
    private readonly List<Attempt> _attempts = [];
    private FallbackState _state;

    /// <param name="request">The request.</param>
    internal TurnLog(TurnRequest request)
    {
        _state = request.Chain.Start(request.Needs);
        Lacking = [.. request.Chain.Models.Where(model => !_state.Contains(model))];
    }

    /// <summary>The models that lack what the request needs.</summary>
    internal IReadOnlyList<Model> Lacking { get; }

    /// <summary>The models that are excluded by failures of earlier requests.</summary>
    internal IReadOnlyList<SkippedModel> KeptOut { get; private set; } = [];

    internal IReadOnlyList<Attempt> Attempts => _attempts;

    /// <summary>Reads from the trail which models were excluded.</summary>
    internal void Read(FallbackTrail? trail) =>
        KeptOut = trail is null ? [] : [.. trail.Skipped.Where(skipped => skipped.Reason == SkipReason.Cooldown)];

    /// <summary>Records that a model answered or failed.</summary>
    internal void Add(Model model, Failure? failure)
    {
        FallbackState left = failure is null ? _state : _state.After(failure.Kind, model);
        _attempts.Add(new Attempt(model, failure, [.. _state.Remaining.Where(other => other != model && !left.Contains(other))]));
        _state = left;
    }
}
