using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// A turn that something happened in: what is left of the chain, and what was tried. <see cref="FallbackChain"/> and the
/// chat client walk by it; while the first model simply answers, neither needs one.
/// </summary>
internal sealed class FallbackTurn
{
    private readonly FallbackOptions _options;
    private FallbackState _state;
    private SkipReason? _stoppedBy;
    private int _calls;

    /// <param name="options">Limits and choices.</param>
    /// <param name="required">What the request needs.</param>
    /// <param name="start">What the chain had for the request before anything was tried.</param>
    /// <param name="started">When the turn began, by the clock of the options.</param>
    internal FallbackTurn(FallbackOptions options, ModelCapabilities required, FallbackState start, long started)
    {
        _options = options;
        Required = required;
        Start = start;
        Started = started;
        _state = start;
    }

    /// <summary>What the request needs.</summary>
    internal ModelCapabilities Required { get; }

    /// <summary>What the chain had for the request before anything was tried.</summary>
    internal FallbackState Start { get; }

    /// <summary>When the turn began, by the clock of the options.</summary>
    internal long Started { get; }

    /// <summary>The last attempt, which leads to those before it; null while there was none.</summary>
    internal FallbackAttempt? Last { get; private set; }

    /// <summary>What ended the turn with models left; null where nothing did.</summary>
    internal SkipReason? StoppedBy => _state.TryGetNext(out _) ? _stoppedBy : null;

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
    internal FallbackAttempt Answered(Model model, TimeSpan duration) => Last = new FallbackAttempt(Last, model, duration, null, null);

    /// <summary>Writes down an attempt that failed, and retires what its failure retires.</summary>
    internal FallbackAttempt Failed(Model model, TimeSpan duration, Failure failure, Exception? exception)
    {
        _state = _state.After(failure.Kind, model);
        if (failure.Kind != FailureKind.NotConfigured)
        {
            _calls++;
        }

        return Last = new FallbackAttempt(Last, model, duration, failure, exception);
    }

    /// <summary>Ends the turn although models are left: its time is over.</summary>
    internal void RunOutOfTime() => _stoppedBy = SkipReason.Deadline;

    /// <summary>Understands why an attempt failed.</summary>
    /// <remarks>The caller's cancellation comes first, then our own limits, then what the exception says.</remarks>
    internal static Failure Understand(Exception exception, FallbackOptions options, AttemptDeadline? deadline, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            // Whatever the call made of it: nobody waits for another model, and no model is to blame.
            return new Failure(FailureKind.Cancelled);
        }

        bool isOutOfTime = deadline is { HasPassed: true };
        if (isOutOfTime && exception is OperationCanceledException)
        {
            return deadline!.ToFailure();
        }

        Failure failure = options.Classify?.Invoke(exception, caller) ?? exception switch
        {
            FailedCallException failed => failed.Failure,
            ModelNotConfiguredException => new Failure(FailureKind.NotConfigured) { Message = SafeText.Make(exception.Message, 500) },

            // A chain within the chain: what emptied it is no evidence about the scopes of this one.
            FallbackExhaustedException => new Failure(FailureKind.Unknown) { Evidence = "another chain is exhausted" },
            _ => FailureClassifier.Classify(exception, caller, options.TimeProvider),
        };

        // A connection that we cut ourselves says nothing about the provider.
        return isOutOfTime && failure.Kind is FailureKind.Unknown or FailureKind.ProviderUnreachable or FailureKind.Timeout or FailureKind.Cancelled
            ? deadline!.ToFailure()
            : failure;
    }
}
