namespace FailScope;

// Written by the turn while it runs. This is one object, because a turn with one failure allocates little else.
public sealed partial class FallbackTrail
{
    private FallbackAttempt? _lastFailure;
    private Model? _answeredBy;
    private TimeSpan _answeredAfter;
    private List<SkippedModel>? _excluded;
    private SkipReason? _stoppedBy;

    /// <summary>Creates a trail.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="required">What the request needs.</param>
    internal FallbackTrail(FallbackChain chain, ModelCapabilities required)
    {
        Chain = chain;
        Required = required;
    }

    /// <summary>The last attempt that failed, linked to the earlier ones; null if none has failed.</summary>
    internal FallbackAttempt? LastFailure => _lastFailure;

    /// <summary>The number of models that were called. A model whose client cannot be created was not called.</summary>
    internal int CountCalls()
    {
        int calls = 0;
        for (FallbackAttempt? attempt = _lastFailure; attempt is not null; attempt = attempt.Previous)
        {
            calls += attempt.Failure!.Kind == FailureKind.NotConfigured ? 0 : 1;
        }

        return calls;
    }

    /// <summary>Records a model that was excluded before the first attempt.</summary>
    internal void Exclude(SkippedModel skipped) => (_excluded ??= []).Add(skipped);

    /// <summary>Records an attempt that answered.</summary>
    internal void Answered(Model model, TimeSpan duration)
    {
        _answeredBy = model;
        _answeredAfter = duration;
    }

    /// <summary>Records an attempt that failed.</summary>
    /// <param name="model">The model that was tried.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">The failure; null to classify the exception on first use.</param>
    /// <param name="exception">The exception that the call threw.</param>
    internal FallbackAttempt Failed(Model model, TimeSpan duration, Failure? failure, Exception exception) =>
        _lastFailure = new FallbackAttempt(_lastFailure, model, duration, failure, exception);

    /// <summary>Records why the turn ended although models are left.</summary>
    internal void Stop(SkipReason reason) => _stoppedBy = reason;

    private FallbackAttempt[] ListAttempts()
    {
        int failed = _lastFailure?.Number ?? 0;
        var attempts = new FallbackAttempt[_answeredBy is null ? failed : failed + 1];
        if (_answeredBy is not null)
        {
            attempts[failed] = new FallbackAttempt(_lastFailure, _answeredBy, _answeredAfter);
        }

        for (FallbackAttempt? attempt = _lastFailure; attempt is not null; attempt = attempt.Previous)
        {
            attempts[attempt.Number - 1] = attempt;
        }

        return attempts;
    }
}
