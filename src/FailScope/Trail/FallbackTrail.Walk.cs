using System.Diagnostics.CodeAnalysis;

namespace FailScope;

// While a turn goes on, its trail is where it is kept: what is left of the chain, and what was tried. The trail is shown when
// nothing more happens in the turn. One object, as the commonest fallback has little else to pay for.
public sealed partial class FallbackTrail
{
    private readonly FallbackOptions _options;
    private readonly FallbackState _start;
    private FallbackState _state;
    private FallbackAttempt? _lastFailure;
    private Model? _answeredBy;
    private TimeSpan _answeredAfter;
    private SkipReason? _stoppedBy;
    private int _calls;

    /// <summary>Begins to write down a turn. While the first model simply answers, no turn needs it.</summary>
    /// <param name="options">Limits and choices.</param>
    /// <param name="required">What the request needs.</param>
    /// <param name="start">What the chain had for the request before anything was tried.</param>
    /// <param name="started">When the turn began, by the clock of the options.</param>
    internal FallbackTrail(FallbackOptions options, ModelCapabilities required, FallbackState start, long started)
    {
        _options = options;
        Required = required;
        _start = start;
        Started = started;
        _state = start;
    }

    /// <summary>When the turn began, by the clock of the options.</summary>
    internal long Started { get; }

    /// <summary>The last attempt that failed, which leads to those before it; null while none did.</summary>
    internal FallbackAttempt? LastFailure => _lastFailure;

    /// <summary>The model to try next, if one is left and the turn may go on.</summary>
    internal bool TryGetNext([NotNullWhen(true)] out Model? model)
    {
        if (!_state.TryGetNext(out model))
        {
            return false;
        }

        if (_stoppedBy is null && _calls >= _options.MaxAttempts)
        {
            _stoppedBy = SkipReason.AttemptLimit;
        }

        if (_stoppedBy is null && _options.Timeout is { } limit && _options.TimeProvider.GetElapsedTime(Started) >= limit)
        {
            _stoppedBy = SkipReason.Deadline;
        }

        if (_stoppedBy is not null)
        {
            model = null;
            return false;
        }

        return true;
    }

    /// <summary>Writes down an attempt that answered.</summary>
    internal void Answered(Model model, TimeSpan duration)
    {
        _answeredBy = model;
        _answeredAfter = duration;
    }

    /// <summary>Writes down an attempt that failed, and retires what its failure retires.</summary>
    /// <param name="model">The model that was tried.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="kind">What went wrong.</param>
    /// <param name="failure">All that is known of it; null where it is read when somebody asks.</param>
    /// <param name="exception">What the call threw.</param>
    internal FallbackAttempt Failed(Model model, TimeSpan duration, FailureKind kind, Failure? failure, Exception exception)
    {
        _state = _state.After(kind, model);
        if (kind != FailureKind.NotConfigured)
        {
            _calls++;
        }

        return _lastFailure = new FallbackAttempt(_lastFailure, model, duration, failure, exception);
    }

    /// <summary>Ends the turn although models are left: its time is over.</summary>
    internal void RunOutOfTime() => _stoppedBy = SkipReason.Deadline;

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
