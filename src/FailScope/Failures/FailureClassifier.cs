namespace FailScope;

/// <summary>
/// Understands failed calls. What a provider says in a structured way comes first (code, type, status, reason at any depth, also
/// in JSON inside strings), then narrow phrases, the HTTP status last; money comes before a rate limit. No input throws.
/// </summary>
public static class FailureClassifier
{
    /// <summary>Understands an exception.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="cancellationToken">
    /// The caller's own token. It alone tells a cancellation from a timeout, as the exceptions of both are the same.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
#pragma warning disable RS0027 // No call can mean an overload that takes the parts of an answer.
    public static Failure Classify(Exception exception, CancellationToken cancellationToken = default) =>
        Classify(exception, [], cancellationToken, TimeProvider.System);
#pragma warning restore RS0027

    /// <summary>Understands an exception that may be of an SDK which is not known here.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="readers">
    /// Know exceptions of other SDKs, as in <see cref="FallbackOptions.FailureReaders"/>. Asked in order, before what is built in; the
    /// first that knows the exception counts. One that throws is passed over.
    /// </param>
    /// <param name="cancellationToken">The caller's own token, which tells a cancellation from a timeout.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> or <paramref name="readers"/> is null.</exception>
    public static Failure Classify(Exception exception, IEnumerable<IFailureReader> readers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readers);
        return Classify(exception, [.. readers], cancellationToken, TimeProvider.System);
    }

    /// <summary>Understands the parts of an answer.</summary>
    /// <param name="error">Status, headers and body, as far as they are known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public static Failure Classify(ProviderError error) => Classify(error, TimeProvider.System);

    /// <inheritdoc cref="Classify(ProviderError)"/>
    /// <param name="error">Status, headers and body, as far as they are known.</param>
    /// <param name="timeProvider">The clock by which a date in the answer becomes a time to wait.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> or <paramref name="timeProvider"/> is null.</exception>
    public static Failure Classify(ProviderError error, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(error);
        return FailureFactory.Create(EvidenceReader.Read(error), timeProvider);
    }

    internal static Failure Classify(Exception exception, IReadOnlyList<IFailureReader> readers, CancellationToken cancellationToken, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return ExceptionRules.Classify(exception, readers, cancellationToken, timeProvider);
    }
}
