namespace FailScope;

/// <summary>
/// Decides what an exception means, in this order: the caller's cancellation; a response inside the exception; network errors and
/// timeouts; the message of an SDK exception that contains nothing else.
/// </summary>
internal static class ExceptionRules
{
    internal static Failure Classify(Exception exception, IReadOnlyList<IFailureReader> readers, CancellationToken callersToken, TimeProvider time)
    {
        List<Exception> exceptions = ExceptionTree.Flatten(exception);
        if (callersToken.IsCancellationRequested && exceptions.Exists(candidate => candidate is OperationCanceledException))
        {
            // SDKs throw the same exception for a timeout and for a cancellation. Only the token distinguishes them.
            return FailureFactory.Create(new Verdict(FailureKind.Cancelled, "the caller's token"), exception);
        }

        foreach (Exception candidate in exceptions)
        {
            if (candidate is FailedCallException failed)
            {
                return failed.Failure;
            }

            if (candidate is FallbackExhaustedException)
            {
                // The reason why another chain has no model left says nothing about the scopes of this chain.
                return FailureFactory.Create(new Verdict(FailureKind.Unknown, "another chain is exhausted"), candidate);
            }

            if (candidate is ModelNotConfiguredException)
            {
                return FailureFactory.Create(new Verdict(FailureKind.NotConfigured, "no client for the model"), candidate);
            }

            if (AnswerReader.TryRead(candidate, readers, out ProviderError? error))
            {
                return FailureClassifier.Classify(error, time);
            }
        }

        if (TransportRules.Decide(exceptions) is { } verdict)
        {
            // Cancelling closes the connection, and some SDKs report only that.
            bool isCallers = callersToken.IsCancellationRequested && verdict.Kind is FailureKind.ProviderUnreachable or FailureKind.Overloaded;
            return FailureFactory.Create(isCallers ? new Verdict(FailureKind.Cancelled, "the caller's token") : verdict, exception);
        }

        return exceptions.Find(SpeaksForAProvider) is { } speaker
            ? ReadWords(speaker, time)
            : FailureFactory.Create(new Verdict(FailureKind.Unknown, $"exception {exception.GetType().Name}"), exception);
    }

    // Messages of .NET's own exceptions describe the program. Messages of SDK exceptions, and of a plain Exception thrown by some SDKs, quote the provider.
    private static bool SpeaksForAProvider(Exception exception) =>
        exception.GetType() == typeof(Exception)
        || exception is HttpRequestException
        || exception.GetType().Namespace is { } name && !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("FailScope", StringComparison.Ordinal);

    private static Failure ReadWords(Exception speaker, TimeProvider time)
    {
        Failure failure = FailureClassifier.Classify(new ProviderError { Message = speaker.Message }, time);

        // An HTTP call failed, and nothing shows that no connection was made: the failure belongs to the model.
        return failure.Kind == FailureKind.Unknown && speaker is HttpRequestException
            ? FailureFactory.Create(new Verdict(FailureKind.Overloaded, "exception HttpRequestException"), speaker)
            : failure;
    }
}
