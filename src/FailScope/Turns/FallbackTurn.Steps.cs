namespace FailScope;

// The steps behind the public members.
public partial struct FallbackTurn
{
    // The turn starts: the needs of the request are known, and no model has been tried.
    private void Begin()
    {
        _phase = Phase.Between;
        _turnStarted = _attemptStarted;
        if (_options.Cooldowns is { } cooldowns)
        {
            _memory = new TurnMemory(cooldowns, _options.Tenant?.Invoke());
            _memory.Begin(ref _state, ref _trail, _required);
        }
    }

    // An attempt failed before its response began. Other models may follow.
    private FallbackAttempt Fail(Exception exception, FailureKind kind, Failure? failure)
    {
        _phase = Phase.Between;
        FallbackAttempt attempt = Record().Failed(_model!, AttemptElapsed, failure, exception);
        _state = _state.After(kind, _model!);
        _memory?.Failed(attempt, _deadline);
        if (_deadline is { HasPassed: true, Limit: AttemptLimit.Turn } && _state.TryGetNext(out _))
        {
            _trail!.Stop(SkipReason.Deadline);
        }

        if (_options.EndsTurn(kind))
        {
            _ending = kind == FailureKind.Cancelled ? AttemptFailure.AsCallers(exception, _caller) : exception;
        }

        if (_options.OnAttempt is not null && Show(attempt) is { } thrown)
        {
            _ending = thrown;
        }

        return attempt;
    }

    // A response ended early. Part of it has been returned, so no other model is tried, and the trail stays as the consumer has seen it.
    private FallbackAttempt Break(Exception exception, FailureKind kind, Failure? failure)
    {
        _phase = Phase.Ended;
        _ending = kind switch
        {
            FailureKind.Cancelled => AttemptFailure.AsCallers(exception, _caller),
            FailureKind.Timeout when _deadline is { HasPassed: true } => new TimeoutException($"The answer of {_model} ended early: {_deadline.Describe()}.", exception),
            _ => exception,
        };
        var attempt = new FallbackAttempt(_trail?.LastFailure, _model!, AttemptElapsed, failure, exception);
        _memory?.Failed(attempt, _deadline);
        Show(attempt);
        return attempt;
    }

    private FallbackTrail Record() => _trail ??= new FallbackTrail(Chain, _required);

    private readonly Exception? Show(FallbackAttempt attempt)
    {
        try
        {
            _options.OnAttempt?.Invoke(attempt);
            return null;
        }
#pragma warning disable CA1031 // The turn decides what to do with an exception from the caller's code.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return thrown;
        }
    }

    // Called only if models are left.
    private bool IsStopped()
    {
        if (_trail is { StoppedBy: not null })
        {
            return true;
        }

        SkipReason? stop = _options.MaxAttempts is { } most && (_trail?.CountCalls() ?? 0) >= most ? SkipReason.AttemptLimit
            : _options.Timeout is { } limit && Clock.GetElapsedTime(_turnStarted) >= limit ? SkipReason.Deadline
            : null;
        if (stop is { } reason)
        {
            Record().Stop(reason);
        }

        return stop is not null;
    }

    private readonly AttemptDeadline? StartDeadline() =>
        TurnLimits.AreSet(_options, _isStream) ? TurnLimits.Start(_options, _isStream, AttemptElapsed, Elapsed, _caller) : null;

    private readonly void ThrowIfBegun()
    {
        if (_phase != Phase.Prepared)
        {
            throw new InvalidOperationException("The turn has begun. State what it needs and which models it excludes before the first attempt.");
        }
    }

    private readonly void ThrowIfNotAttempting()
    {
        if (_phase is not (Phase.Attempting or Phase.Answering))
        {
            throw new InvalidOperationException($"No attempt has begun: call {nameof(TryNext)} first.");
        }
    }
}
