using System.Net.Sockets;
using System.Security.Authentication;

namespace FailScope;

/// <summary>
/// What a .NET exception means for a call that got no complete response. The provider is unreachable only if no connection to it was
/// made: the name did not resolve, nothing listens, there is no route, or TLS or a proxy refused. A connection that broke later
/// affects one response, so the failure belongs to the model; between turns, several of them count as a failure of the provider.
/// </summary>
internal static class TransportRules
{
    /// <summary>The verdict of the first exception that has one, outermost first; null if none has.</summary>
    internal static Verdict? Decide(List<Exception> exceptions)
    {
        foreach (Exception exception in exceptions)
        {
            if (Decide(exception) is { } verdict)
            {
                return verdict;
            }
        }

        return null;
    }

    private static Verdict? Decide(Exception exception) => exception switch
    {
        // HttpClient's own timeouts contain a TimeoutException. The exceptions inside it only describe how the socket was closed.
        OperationCanceledException { InnerException: TimeoutException timeout } => Decide(timeout),
        OperationCanceledException => new Verdict(FailureKind.Timeout, "a cancellation that the caller did not request"),
        TimeoutException when exception.Message.Contains("ConnectTimeout", StringComparison.Ordinal) => Unreachable("ConnectTimeout"),
        TimeoutException => new Verdict(FailureKind.Timeout, "exception TimeoutException"),
        _ when exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException" => new Verdict(FailureKind.Timeout, "exception TimeoutRejectedException"),

        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => OfHttp(http.HttpRequestError),
        HttpIOException http => OfHttp(http.HttpRequestError),
        SocketException socket => OfSocket(socket),

        // A failed TLS handshake. It says nothing about an API key.
        AuthenticationException => Unreachable("TLS"),

        // .NET wraps socket errors in a plain IOException, so a failure to connect may be inside it.
        IOException { InnerException: SocketException socket } when exception.GetType() == typeof(IOException) => OfSocket(socket),
        IOException when exception.GetType() == typeof(IOException) => BrokeOff("IOException"),

        // The meaning of the value depends on the SDK: OpenAI's throws this for a finish reason that it does not know.
        ArgumentOutOfRangeException { ActualValue: string value } => FinishReason(value),

        // OllamaSharp skips the line of a response that says why the model failed, and then finds no end.
        InvalidOperationException when exception.Message.Contains("did not yield an item with Done=true", StringComparison.Ordinal) =>
            new Verdict(FailureKind.Overloaded, "an incomplete answer"),
        _ => null,
    };

    private static Verdict OfHttp(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError => Unreachable($"{error}"),

        // The response did arrive; the client's own settings rejected it.
        HttpRequestError.ConfigurationLimitExceeded => new Verdict(FailureKind.Unknown, $"exception {error}"),

        // ResponseEnded, InvalidResponse, HttpProtocolError (HTTP/2 GOAWAY and RST_STREAM), and any value that later versions add.
        _ => BrokeOff($"{error}"),
    };

    private static Verdict OfSocket(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery
            or SocketError.HostUnreachable or SocketError.HostDown or SocketError.NetworkUnreachable or SocketError.NetworkDown
            or SocketError.AddressNotAvailable or SocketError.AccessDenied => Unreachable($"{socket.SocketErrorCode}"),
        _ => BrokeOff($"{socket.SocketErrorCode}"),
    };

    private static Verdict Unreachable(string evidence) => new(FailureKind.ProviderUnreachable, $"exception {evidence}");

    private static Verdict BrokeOff(string evidence) => new(FailureKind.Overloaded, $"exception {evidence}") { IsBrokenConnection = true };

    private static Verdict? FinishReason(string value) =>
        FinishTable.TryFind(new StatedCode("finishreason", value, CodePlace.Elsewhere, IsUpstream: false), out CodeRow row)
            ? new Verdict(row.Kind, $"finish reason {value}", value)
            : null;
}
