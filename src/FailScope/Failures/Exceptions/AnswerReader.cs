using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>Finds the provider's answer in an exception: the caller's readers first, then the SDKs that are known.</summary>
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
#pragma warning disable CA1031 // The reader is somebody else's code. What it throws must not hide the failure that it was asked about.
        catch (Exception)
#pragma warning restore CA1031
        {
            error = null;
            return false;
        }
    }

    // The body is lost, but hand-written code often quotes it in the message. The status of a proxy that refuses to connect is not the provider's.
    private static bool TryReadHttp(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        error = exception is HttpRequestException { StatusCode: { } status, HttpRequestError: not HttpRequestError.ProxyTunnelError }
            ? new ProviderError { StatusCode = (int)status, Message = exception.Message, IsClientsMessage = true }
            : null;
        return error is not null;
    }
}
