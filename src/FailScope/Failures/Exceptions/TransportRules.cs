using System.Net.Sockets;
using System.Security.Authentication;

namespace FailScope;

/// <summary>What an exception of .NET itself says about a call that got no answer.</summary>
internal static class TransportRules
{
    /// <summary>
    /// Whether the connection was broken off on this side. Inside a cancellation that is its consequence, and says nothing about
    /// the provider.
    /// </summary>
    internal static bool IsBrokenOffHere(Exception exception) =>
        exception is SocketException { SocketErrorCode: SocketError.OperationAborted }
        || exception is IOException { InnerException: SocketException { SocketErrorCode: SocketError.OperationAborted } };

    internal static Verdict? Decide(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => null,
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => Unreachable($"{http.HttpRequestError}"),
        HttpIOException http => Unreachable($"{http.HttpRequestError}"),
        SocketException socket => Unreachable($"{socket.SocketErrorCode}"),

        // A failed TLS handshake. It is not about anybody's API key.
        AuthenticationException => Unreachable("TLS"),
        TimeoutException when exception.Message.Contains("ConnectTimeout", StringComparison.Ordinal) => Unreachable("ConnectTimeout"),

        // What the actual value is depends on the SDK: OpenAI's throws for a finish reason that it does not know.
        ArgumentOutOfRangeException { ActualValue: string value } => FinishReason(value),
        _ when exception.GetType() == typeof(IOException) => Unreachable("IOException"),
        _ when exception.GetType() == typeof(HttpRequestException) && exception.InnerException is null => Unreachable("HttpRequestException"),
        _ => null,
    };

    private static Verdict Unreachable(string evidence) => new(FailureKind.ProviderUnreachable, $"exception {evidence}");

    private static Verdict? FinishReason(string value) =>
        FinishTable.TryFind(new StatedCode("finishreason", value, CodePlace.Elsewhere, IsUpstream: false), out CodeRow row)
            ? new Verdict(row.Kind, $"finish reason {value}", value)
            : null;
}
