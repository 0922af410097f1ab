namespace FailScope;

/// <summary>
/// Decides what an exception means: the caller's cancellation; an answer that is inside it; what the network or a timeout said;
/// the words of an SDK that keeps nothing else.
/// </summary>
internal static class ExceptionRules
{
    internal static Failure Classify(Exception exception, CancellationToken callersToken, IFailureReader[] readers, TimeProvider time)
    {
        List<Exception> exceptions = ExceptionTree.Flatten(exception);
        if (callersToken.IsCancellationRequested && exceptions.Exists(candidate => candidate is OperationCanceledException))
        {
            // The SDKs throw the same for a timeout: only the token knows.
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
                // What emptied another chain is no evidence about the scopes of this one.
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
            // A connection that the caller broke off is nobody's fault, whatever the SDK made of it.
            bool isCallers = callersToken.IsCancellationRequested && verdict.Kind == FailureKind.ProviderUnreachable;
            return FailureFactory.Create(isCallers ? new Verdict(FailureKind.Cancelled, "the caller's token") : verdict, exception);
        }

        return exceptions.Find(SpeaksForAProvider) is { } speaker
            ? ReadWords(speaker, time)
            : FailureFactory.Create(new Verdict(FailureKind.Unknown, $"exception {exception.GetType().Name}"), exception);
    }

    // Exceptions of .NET itself speak of programs. Those of an SDK, and the bare ones that some SDKs throw, quote the provider.
    private static bool SpeaksForAProvider(Exception exception) =>
        exception.GetType() == typeof(Exception)
        || exception is HttpRequestException
        || exception.GetType().Namespace is { } name && !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("FailScope", StringComparison.Ordinal);

    private static Failure ReadWords(Exception speaker, TimeProvider time)
    {
        Failure failure = FailureClassifier.Classify(new ProviderError { Message = speaker.Message }, time);

        // No status, no socket error, no known words: an HTTP call that got nowhere.
        return failure.Kind == FailureKind.Unknown && speaker is HttpRequestException
            ? FailureFactory.Create(new Verdict(FailureKind.ProviderUnreachable, "exception HttpRequestException"), speaker)
            : failure;
    }
}
