using System.Net.Sockets;
using System.Security.Authentication;

namespace FailScope;

/// <summary>What an exception of .NET itself says about a call that got no answer.</summary>
internal static class TransportRules
{
    /// <summary>What the first exception that says something says, the outermost first; null where none does.</summary>
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
        // HttpClient's own timeouts say inside what timed out. Below them is how the socket was closed, which is no news.
        OperationCanceledException { InnerException: TimeoutException timeout } => Decide(timeout),
        OperationCanceledException => new Verdict(FailureKind.Timeout, "a cancellation that is not the caller's"),
        TimeoutException when exception.Message.Contains("ConnectTimeout", StringComparison.Ordinal) => Unreachable("ConnectTimeout"),
        TimeoutException => new Verdict(FailureKind.Timeout, "exception TimeoutException"),
        _ when exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException" => new Verdict(FailureKind.Timeout, "exception TimeoutRejectedException"),

        // An answer that is too large for the client's own settings did arrive.
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new Verdict(FailureKind.Unknown, "exception ConfigurationLimitExceeded"),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => Unreachable($"{http.HttpRequestError}"),
        HttpIOException http => Unreachable($"{http.HttpRequestError}"),
        SocketException socket => Unreachable($"{socket.SocketErrorCode}"),

        // A failed TLS handshake. It is not about anybody's API key.
        AuthenticationException => Unreachable("TLS"),
        IOException when exception.GetType() == typeof(IOException) => Unreachable("IOException"),

        // What the actual value is depends on the SDK: OpenAI's throws for a finish reason that it does not know.
        ArgumentOutOfRangeException { ActualValue: string value } => FinishReason(value),

        // OllamaSharp passes over the line of an answer that tells why the model broke down, and misses the end.
        InvalidOperationException when exception.Message.Contains("did not yield an item with Done=true", StringComparison.Ordinal) =>
            new Verdict(FailureKind.ModelUnavailable, "an answer without its end"),
        _ => null,
    };

    private static Verdict Unreachable(string evidence) => new(FailureKind.ProviderUnreachable, $"exception {evidence}");

    private static Verdict? FinishReason(string value) =>
        FinishTable.TryFind(new StatedCode("finishreason", value, CodePlace.Elsewhere, IsUpstream: false), out CodeRow row)
            ? new Verdict(row.Kind, $"finish reason {value}", value)
            : null;
}
