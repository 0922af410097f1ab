namespace FailScope.Tests.Chains;

/// <summary>A call that failed in a way that the test chose.</summary>
internal sealed class FailedCallException(FailureKind kind, string? message = null) : Exception(message ?? kind.ToString())
{
    internal FailureKind Kind { get; } = kind;

    /// <summary>Options under which such an exception is of the kind that it names.</summary>
    internal static FallbackOptions Options() => new()
    {
        Classify = static (exception, _) => exception is FailedCallException failed ? new Failure(failed.Kind) : null,
    };
}
