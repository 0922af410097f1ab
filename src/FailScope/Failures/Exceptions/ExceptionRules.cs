namespace FailScope;

/// <summary>
/// Decides what an exception means: the caller's cancellation; an answer that is inside it; what the network or a timeout said;
/// the words of an SDK that keeps nothing else.
/// </summary>
internal static class ExceptionRules
{
    internal static Failure Classify(Exception exception, IReadOnlyList<IFailureReader> readers, CancellationToken callersToken, TimeProvider time)
    {
        List<Exception> exceptions = ExceptionTree.Flatten(exception);
        if (callersToken.IsCancellationRequested && exceptions.Exists(candidate => candidate is OperationCanceledException))
        {
            // The SDKs throw the same exception for a timeout: only the token tells the two apart.
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
                // Why another chain has no model left says nothing about the scopes of this chain.
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
            // The caller's cancellation closes the connection, and some SDKs report only that.
            bool isCallers = callersToken.IsCancellationRequested && verdict.Kind is FailureKind.ProviderUnreachable or FailureKind.Overloaded;
            return FailureFactory.Create(isCallers ? new Verdict(FailureKind.Cancelled, "the caller's token") : verdict, exception);
        }

        return exceptions.Find(SpeaksForAProvider) is { } speaker
            ? ReadWords(speaker, time)
            : FailureFactory.Create(new Verdict(FailureKind.Unknown, $"exception {exception.GetType().Name}"), exception);
    }

    // The messages of .NET's own exceptions are about programs. Those of an SDK, and of the plain Exception that some SDKs throw, quote the provider.
    private static bool SpeaksForAProvider(Exception exception) =>
        exception.GetType() == typeof(Exception)
        || exception is HttpRequestException
        || exception.GetType().Namespace is { } name && !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("FailScope", StringComparison.Ordinal);

    private static Failure ReadWords(Exception speaker, TimeProvider time)
    {
        Failure failure = FailureClassifier.Classify(new ProviderError { Message = speaker.Message }, time);

        // An HTTP call failed and nothing tells that no connection was made: the model's own failure.
        return failure.Kind == FailureKind.Unknown && speaker is HttpRequestException
            ? FailureFactory.Create(new Verdict(FailureKind.Overloaded, "exception HttpRequestException"), speaker)
            : failure;
    }
}
