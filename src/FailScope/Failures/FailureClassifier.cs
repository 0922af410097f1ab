namespace FailScope;

/// <summary>
/// Understands failed calls. What a provider says in a structured way comes first (code, type, status, reason at any depth, also
/// in JSON inside strings), then narrow phrases, the HTTP status last; money comes before a rate limit. No input throws.
/// </summary>
public static class FailureClassifier
{
    private static IFailureReader[] _readers = [];

    /// <summary>Understands an exception.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="cancellationToken">
    /// The caller's own token. It alone tells a cancellation from a timeout, as the exceptions of both are the same.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
#pragma warning disable RS0027 // No call can mean an overload that takes the parts of an answer.
    public static Failure Classify(Exception exception, CancellationToken cancellationToken = default) =>
        Classify(exception, cancellationToken, TimeProvider.System);
#pragma warning restore RS0027

    /// <summary>Understands the parts of an answer.</summary>
    /// <param name="error">Status, headers and body, as far as they are known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public static Failure Classify(ProviderError error) => Classify(error, TimeProvider.System);

    /// <summary>Adds a reader for the exceptions of another SDK, asked before the built-in ones. Adding it again changes nothing.</summary>
    /// <param name="reader">Called from any thread, for as long as the process runs.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public static void Register(IFailureReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        IFailureReader[] before;
        IFailureReader[] after;
        do
        {
            before = Volatile.Read(ref _readers);
            if (Array.IndexOf(before, reader) >= 0)
            {
                return;
            }

            after = [.. before, reader];
        }
        while (Interlocked.CompareExchange(ref _readers, after, before) != before);
    }

    internal static Failure Classify(Exception exception, CancellationToken cancellationToken, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return ExceptionRules.Classify(exception, cancellationToken, Volatile.Read(ref _readers), time);
    }

    /// <summary>Whether the kind is known without reading what the exception says: see <see cref="StatusOnly"/>.</summary>
    internal static bool TryDecideAtAGlance(Exception exception, out FailureKind kind)
    {
        kind = default;
        return Volatile.Read(ref _readers).Length == 0 && StatusOnly.TryDecide(exception, out kind);
    }

    /// <inheritdoc cref="Classify(ProviderError)"/>
    /// <param name="error">Status, headers and body, as far as they are known.</param>
    /// <param name="time">The clock by which a date in the answer becomes a time to wait.</param>
    public static Failure Classify(ProviderError error, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(error);
        return FailureFactory.Create(EvidenceReader.Read(error), time);
    }
}
