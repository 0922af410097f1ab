using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>Finds the provider's response in an exception. The caller's readers are tried first, then the built-in SDK readers.</summary>
internal static class AnswerReader
{
    internal static bool TryRead(Exception exception, IReadOnlyList<IFailureReader> readers, [NotNullWhen(true)] out ProviderError? error)
    {
        for (int i = 0; i < readers.Count; i++)
        {
            if (TryRead(readers[i], exception, out error))
            {
                return true;
            }
        }

        return ClientModelReader.TryRead(exception, out error)
            || AzureCoreReader.TryRead(exception, out error)
            || AnthropicReader.TryRead(exception, out error)
            || GoogleReader.TryRead(exception, out error)
            || OllamaReader.TryRead(exception, out error)
            || TryReadHttp(exception, out error);
    }

    private static bool TryRead(IFailureReader reader, Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        try
        {
            return reader.TryRead(exception, out error) && error is not null;
        }
#pragma warning disable CA1031 // The reader is user code. An exception from it must not hide the original failure.
        catch (Exception)
#pragma warning restore CA1031
        {
            error = null;
            return false;
        }
    }

    // The body is lost, but hand-written code often quotes it in the message. A status from a proxy that refused to connect is not the provider's.
    private static bool TryReadHttp(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        error = exception is HttpRequestException { StatusCode: { } status, HttpRequestError: not HttpRequestError.ProxyTunnelError }
            ? new ProviderError { StatusCode = (int)status, Message = exception.Message, IsClientsMessage = true }
            : null;
        return error is not null;
    }
}
