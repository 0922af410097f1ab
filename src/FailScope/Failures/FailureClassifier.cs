namespace FailScope;

/// <summary>
/// Classifies failed calls. Structured evidence is used first (code, type, status or reason at any depth, also in JSON inside
/// strings), then specific phrases, then the HTTP status. Billing takes precedence over rate limits. No input makes it throw.
/// </summary>
public static class FailureClassifier
{
    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="cancellationToken">
    /// The caller's own token. Cancellations and timeouts throw the same exceptions; only this token distinguishes them.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
#pragma warning disable RS0027 // The overloads cannot be confused: the other one takes a ProviderError.
    public static Failure Classify(Exception exception, CancellationToken cancellationToken = default) =>
        Classify(exception, [], cancellationToken, TimeProvider.System);
#pragma warning restore RS0027

    /// <summary>Classifies an exception, with readers for SDKs that are not built in.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="readers">
    /// Readers for the exceptions of other SDKs, as in <see cref="FallbackOptions.FailureReaders"/>. They are tried in order, before the
    /// built-in ones; the first one that recognizes the exception is used. A reader that throws is ignored.
    /// </param>
    /// <param name="cancellationToken">The caller's own token, which distinguishes a cancellation from a timeout.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> or <paramref name="readers"/> is null.</exception>
    public static Failure Classify(Exception exception, IEnumerable<IFailureReader> readers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readers);
        return Classify(exception, [.. readers], cancellationToken, TimeProvider.System);
    }

    /// <summary>Classifies a response from its parts.</summary>
    /// <param name="error">Status, headers and body, as far as they are known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public static Failure Classify(ProviderError error) => Classify(error, TimeProvider.System);

    /// <inheritdoc cref="Classify(ProviderError)"/>
    /// <param name="error">Status, headers and body, as far as they are known.</param>
    /// <param name="timeProvider">The clock used to convert a date in the response to a waiting time.</param>
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
