namespace FailScope;

/// <summary>
/// A call that failed without an exception of its own: an error inside a 200, or in the middle of a stream. Thrown from a
/// call, it brings its <see cref="FailScope.Failure"/> along and is not classified again.
/// </summary>
/// <example>
/// <code>
/// throw new FailedCallException(FailureClassifier.Classify(new ProviderError { StatusCode = 200, Body = body }));
/// </code>
/// </example>
public sealed class FailedCallException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="innerException">What was thrown, if anything was.</param>
    public FailedCallException(Failure failure, Exception? innerException = null)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).ToString(), innerException)
    {
        Failure = failure;
    }

    /// <summary>What went wrong.</summary>
    public Failure Failure { get; }
}
