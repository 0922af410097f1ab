namespace FailScope;

/// <summary>Understands why an attempt failed.</summary>
internal static class AttemptFailure
{
    /// <summary>Understands why an attempt failed.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="options">Limits and choices.</param>
    /// <param name="deadline">The limits of the attempt; null where it has none.</param>
    /// <param name="caller">The caller's own token.</param>
    /// <param name="failure">All that is known; null where the exception says no more than its kind: see <see cref="StatusOnly"/>.</param>
    /// <remarks>The caller's cancellation comes first, then our own limits, then what the exception says.</remarks>
    internal static FailureKind Understand(Exception exception, FallbackOptions options, AttemptDeadline? deadline, CancellationToken caller, out Failure? failure)
    {
        if (options is { Classify: null, Readers.Count: 0 } && deadline is not { HasPassed: true } && !caller.IsCancellationRequested
            && StatusOnly.TryDecide(exception, out FailureKind kind))
        {
            failure = null;
            return kind;
        }

        failure = Understand(exception, options, deadline, caller);
        return failure.Kind;
    }

    /// <summary>The cancellation as its caller knows it, by its own token. What the call threw may bear the attempt's, or be no cancellation at all.</summary>
    internal static Exception AsCallers(Exception exception, CancellationToken caller) =>
        !caller.IsCancellationRequested || (exception is OperationCanceledException cancelled && cancelled.CancellationToken == caller)
            ? exception
            : new OperationCanceledException(new OperationCanceledException().Message, exception, caller);

    private static Failure Understand(Exception exception, FallbackOptions options, AttemptDeadline? deadline, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            // The caller gave up: no other model is tried, and no model is to blame, whatever the call threw.
            return new Failure(FailureKind.Cancelled);
        }

        bool isOutOfTime = deadline is { HasPassed: true };
        if (isOutOfTime && exception is OperationCanceledException)
        {
            return deadline!.ToFailure();
        }

        Failure failure = AskCaller(options, exception, caller) ?? exception switch
        {
            FailedCallException failed => failed.Failure,
            ModelNotConfiguredException => new Failure(FailureKind.NotConfigured) { Message = SafeText.Make(exception.Message, 500) },

            // A chain within the chain: what emptied it is no evidence about the scopes of this one.
            FallbackExhaustedException => new Failure(FailureKind.Unknown) { Evidence = "another chain is exhausted" },
            _ => FailureClassifier.Classify(exception, options.Readers, caller, options.TimeProvider),
        };

        // The deadline closed the connection: what the exception says about that is not the provider's doing. An answer with a status is.
        return isOutOfTime
            && (failure.Kind is FailureKind.Unknown or FailureKind.ProviderUnreachable or FailureKind.Timeout or FailureKind.Cancelled
                || (failure is { Kind: FailureKind.Overloaded, StatusCode: null } && exception is not FailedCallException))
            ? deadline!.ToFailure()
            : failure;
    }

    // A failed call must not be hidden by code that was to explain it.
    private static Failure? AskCaller(FallbackOptions options, Exception exception, CancellationToken caller)
    {
        try
        {
            return options.Classify?.Invoke(exception, caller);
        }
#pragma warning disable CA1031 // The caller's own code: what it throws is no news of the provider.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
