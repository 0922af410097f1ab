namespace FailScope;

// The turn writes here while it runs. All of it is one object, because a turn with one failure allocates little else.
public sealed partial class FallbackTrail
{
    private FallbackAttempt? _lastFailure;
    private Model? _answeredBy;
    private TimeSpan _answeredAfter;
    private List<SkippedModel>? _excluded;
    private SkipReason? _stoppedBy;

    /// <summary>Begins a trail.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="required">What the request needs.</param>
    internal FallbackTrail(FallbackChain chain, ModelCapabilities required)
    {
        Chain = chain;
        Required = required;
    }

    /// <summary>The last attempt that failed, which leads to those before it; null while none did.</summary>
    internal FallbackAttempt? LastFailure => _lastFailure;

    /// <summary>How many models were called. One whose client cannot be made was not.</summary>
    internal int CountCalls()
    {
        int calls = 0;
        for (FallbackAttempt? attempt = _lastFailure; attempt is not null; attempt = attempt.Previous)
        {
            calls += attempt.Failure!.Kind == FailureKind.NotConfigured ? 0 : 1;
        }

        return calls;
    }

    /// <summary>Writes down a model that was ruled out before the first attempt.</summary>
    internal void Exclude(SkippedModel skipped) => (_excluded ??= []).Add(skipped);

    /// <summary>Writes down an attempt that answered.</summary>
    internal void Answered(Model model, TimeSpan duration)
    {
        _answeredBy = model;
        _answeredAfter = duration;
    }

    /// <summary>Writes down an attempt that failed.</summary>
    /// <param name="model">The model that was tried.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">All that is known of what went wrong; null where it is read when somebody asks.</param>
    /// <param name="exception">What the call threw.</param>
    internal FallbackAttempt Failed(Model model, TimeSpan duration, Failure? failure, Exception exception) =>
        _lastFailure = new FallbackAttempt(_lastFailure, model, duration, failure, exception);

    /// <summary>Writes down what ended the turn although models are left.</summary>
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
