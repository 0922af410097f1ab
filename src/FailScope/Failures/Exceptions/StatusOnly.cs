using System.Buffers;

namespace FailScope;

/// <summary>
/// A fast path for the most frequent failure: a server error that contains only a status. The status alone determines its kind; the
/// message is read only when someone asks for it. A turn that falls back successfully never pays for reading it.
/// </summary>
internal static class StatusOnly
{
    // The message of HttpResponseMessage.EnsureSuccessStatusCode; the status and the server's reason phrase follow.
    private const string Unsuccessful = "Response status code does not indicate success: ";

    // A message without any of these characters contains no JSON and no waiting time.
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789{");

    /// <summary>Whether an exception contains only a status, so that nothing in its message could change the kind or name a time.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="kind">The kind, the same one that <see cref="FailureClassifier"/> finds.</param>
    internal static bool TryDecide(Exception exception, out FailureKind kind)
    {
        // Derived types are excluded: they may keep the response in a property of their own.
        if (exception.GetType() == typeof(HttpRequestException)
            && exception is HttpRequestException { StatusCode: { } status, HttpRequestError: not HttpRequestError.ProxyTunnelError, InnerException: null, Message: { } message }
            && (int)status is >= 500 and <= 999
            && !Words(message).ContainsAny(Telling))
        {
            kind = StatusTable.KindOf((int)status)!.Value;
            return true;
        }

        kind = default;
        return false;
    }

    /// <summary>Reads the message. The clock does not matter, because the message contains no time.</summary>
    internal static Failure Read(HttpRequestException exception) =>
        FailureClassifier.Classify(new ProviderError { StatusCode = (int)exception.StatusCode!, Message = exception.Message }, TimeProvider.System);

    private static ReadOnlySpan<char> Words(string message) =>
        message.StartsWith(Unsuccessful, StringComparison.Ordinal) ? message.AsSpan(Unsuccessful.Length).TrimStart("0123456789") : message;
}
