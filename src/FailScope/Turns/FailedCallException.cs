namespace FailScope;

/// <summary>
/// Reports a call that failed without throwing an exception: an error inside a response with status 200, or in the middle of a stream.
/// When a call throws it, its <see cref="FailScope.Failure"/> is used as is and not classified again.
/// </summary>
/// <example>
/// <code>
/// throw new FailedCallException(FailureClassifier.Classify(new ProviderError { StatusCode = 200, Body = body }));
/// </code>
/// </example>
public sealed class FailedCallException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="innerException">The original exception, if there is one.</param>
    public FailedCallException(Failure failure, Exception? innerException = null)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).ToString(), innerException)
    {
        Failure = failure;
    }

    /// <summary>The failure.</summary>
    public Failure Failure { get; }
}
