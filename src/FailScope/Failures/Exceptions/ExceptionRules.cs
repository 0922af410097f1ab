using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// Decides what an exception means: an answer that is inside it first, then what the network said, then a timeout, then the words
/// of an SDK that keeps nothing else.
/// </summary>
internal static class ExceptionRules
{
    internal static Failure Classify(Exception exception, CancellationToken callersToken, IFailureReader[] readers, TimeProvider time)
    {
        List<Exception> exceptions = ExceptionTree.Flatten(exception);
        if (exceptions.Find(candidate => candidate is ModelNotConfiguredException) is { } notConfigured)
        {
            return FailureFactory.Create(FailureKind.NotConfigured, notConfigured, "no client for the model");
        }

        foreach (Exception candidate in exceptions)
        {
            if (TryReadAnswer(candidate, readers, out ProviderError? error))
            {
                return FailureClassifier.Classify(error, time);
            }
        }

        bool isCanceled = exceptions.Exists(candidate => candidate is OperationCanceledException);
        Verdict? transport = Transport(isCanceled ? exceptions.FindAll(candidate => !TransportRules.IsBrokenOffHere(candidate)) : exceptions);
        if (callersToken.IsCancellationRequested && (isCanceled || transport?.Kind == FailureKind.ProviderUnreachable))
        {
            // The SDKs say the same for a timeout, and break a connection off in many ways: only the token knows.
            return FailureFactory.Create(FailureKind.Cancelled, exception, "the caller's token");
        }

        if (transport is { } verdict)
        {
            return FailureFactory.Create(verdict.Kind, exception, verdict.Evidence);
        }

        if (isCanceled || exceptions.Exists(IsTimeout))
        {
            return FailureFactory.Create(FailureKind.Timeout, exception, "a timeout");
        }

        return exceptions.Find(SpeaksForAProvider) is { } speaker
            ? FailureClassifier.Classify(new ProviderError { Message = speaker.Message }, time)
            : FailureFactory.Create(FailureKind.Unknown, exception, $"exception {exception.GetType().Name}");
    }

    private static bool TryReadAnswer(Exception exception, IFailureReader[] readers, [NotNullWhen(true)] out ProviderError? error)
    {
        foreach (IFailureReader reader in readers)
        {
            if (TryRead(reader, exception, out error))
            {
                return true;
            }
        }

        if (ClientModelReader.TryRead(exception, out error)
            || AzureCoreReader.TryRead(exception, out error)
            || AnthropicReader.TryRead(exception, out error)
            || GoogleReader.TryRead(exception, out error)
            || OllamaReader.TryRead(exception, out error))
        {
            return true;
        }

        error = exception is HttpRequestException { StatusCode: { } status } http
            ? new ProviderError { StatusCode = (int)status, Message = http.Message }
            : null;
        return error is not null;
    }

    private static bool TryRead(IFailureReader reader, Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        try
        {
            return reader.TryRead(exception, out error) && error is not null;
        }
#pragma warning disable CA1031 // Somebody else's code, and already on the way of a failure: it must not hide the failure itself.
        catch (Exception)
#pragma warning restore CA1031
        {
            error = null;
            return false;
        }
    }

    private static Verdict? Transport(List<Exception> exceptions)
    {
        foreach (Exception exception in exceptions)
        {
            if (TransportRules.Decide(exception) is { } verdict)
            {
                return verdict;
            }
        }

        return null;
    }

    private static bool IsTimeout(Exception exception) =>
        exception is TimeoutException || exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException";

    // Exceptions of .NET itself speak of programs. Those of an SDK, and the bare ones that some SDKs throw, quote the provider.
    private static bool SpeaksForAProvider(Exception exception) =>
        exception.GetType() == typeof(Exception)
        || exception.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == false
        || exception is InvalidOperationException { Source: "OllamaSharp" };
}
