namespace FailScope;

/// <summary>Classifies the failure of an attempt.</summary>
internal static class AttemptFailure
{
    /// <summary>Classifies the failure of an attempt.</summary>
    /// <param name="exception">The exception that the call threw.</param>
    /// <param name="options">The options of the turn.</param>
    /// <param name="deadline">The time limits of the attempt; null if it has none.</param>
    /// <param name="caller">The caller's own token.</param>
    /// <param name="failure">The failure; null if the exception says no more than its kind: see <see cref="StatusOnly"/>.</param>
    /// <remarks>The order is: the caller's cancellation, then the time limits of the attempt, then the exception.</remarks>
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

    /// <summary>The cancellation with the caller's own token. The call may have thrown one with the attempt's token, or another exception.</summary>
    internal static Exception AsCallers(Exception exception, CancellationToken caller) =>
        !caller.IsCancellationRequested || (exception is OperationCanceledException cancelled && cancelled.CancellationToken == caller)
            ? exception
            : new OperationCanceledException(new OperationCanceledException().Message, exception, caller);

    private static Failure Understand(Exception exception, FallbackOptions options, AttemptDeadline? deadline, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            // The caller cancelled: no other model is tried, and no model has failed, whatever the call threw.
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

            // The call ran another chain. Why that chain is exhausted says nothing about the scopes of this one.
            FallbackExhaustedException => new Failure(FailureKind.Unknown) { Evidence = "another chain is exhausted" },
            _ => FailureClassifier.Classify(exception, options.Readers, caller, options.TimeProvider),
        };

        // The time limit closed the connection, so the provider did not cause the exception. A response with a status does come from the provider.
        return isOutOfTime
            && (failure.Kind is FailureKind.Unknown or FailureKind.ProviderUnreachable or FailureKind.Timeout or FailureKind.Cancelled
                || (failure is { Kind: FailureKind.Overloaded, StatusCode: null } && exception is not FailedCallException))
            ? deadline!.ToFailure()
            : failure;
    }

    // If the caller's classification fails, the original failure must still be handled.
    private static Failure? AskCaller(FallbackOptions options, Exception exception, CancellationToken caller)
    {
        try
        {
            return options.Classify?.Invoke(exception, caller);
        }
#pragma warning disable CA1031 // An exception from the caller's code says nothing about the provider.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
