using System.Buffers;

namespace FailScope;

/// <summary>
/// The most frequent failure: a server error that says no more than its status. The status alone decides its kind; the message is read
/// when somebody asks for it. A turn that falls back and answers in the end does not pay for reading it.
/// </summary>
internal static class StatusOnly
{
    // What HttpResponseMessage.EnsureSuccessStatusCode says; the status and the server's reason follow.
    private const string Unsuccessful = "Response status code does not indicate success: ";

    // A message without these has no JSON in it, and names no time to wait.
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789{");

    /// <summary>Whether an exception says no more than a status, so that nothing in its words could change the kind or name a time.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="kind">The kind, the same as <see cref="FailureClassifier"/> finds.</param>
    internal static bool TryDecide(Exception exception, out FailureKind kind)
    {
        // Derived types are left out: they may keep the answer in a property of their own.
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

    /// <summary>Reads the rest. The clock does not matter: there is no time in the words.</summary>
    internal static Failure Read(HttpRequestException exception) =>
        FailureClassifier.Classify(new ProviderError { StatusCode = (int)exception.StatusCode!, Message = exception.Message }, TimeProvider.System);

    private static ReadOnlySpan<char> Words(string message) =>
        message.StartsWith(Unsuccessful, StringComparison.Ordinal) ? message.AsSpan(Unsuccessful.Length).TrimStart("0123456789") : message;
}
