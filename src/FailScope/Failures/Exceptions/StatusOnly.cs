using System.Buffers;

namespace FailScope;

/// <summary>
/// The failure that turns meet most: a server's fault, told by its status alone. Its kind is known at a glance, and the rest is
/// read when somebody asks for it. A turn that falls back and answers in the end pays nothing for words that nobody reads.
/// </summary>
internal static class StatusOnly
{
    // What HttpResponseMessage.EnsureSuccessStatusCode says; the status and the server's reason follow.
    private const string Unsuccessful = "Response status code does not indicate success: ";

    // No JSON without a brace, no time to wait for without a digit.
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789{");

    /// <summary>Whether an exception says no more than a status, so that nothing in its words could change the kind or name a time.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="kind">The kind, the same as <see cref="FailureClassifier"/> finds.</param>
    internal static bool TryDecide(Exception exception, out FailureKind kind)
    {
        // Only what .NET itself throws: others may keep the answer beside the message.
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
