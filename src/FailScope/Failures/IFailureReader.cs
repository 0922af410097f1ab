using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// Reads the exceptions of an SDK that <see cref="FailureClassifier"/> does not know. Registered once, at start-up, with
/// <see cref="FailureClassifier.Register"/>.
/// </summary>
/// <remarks>Called from any thread. A reader that throws is treated as one that does not know the exception.</remarks>
public interface IFailureReader
{
    /// <summary>Takes apart an exception of the SDK; false for any other.</summary>
    /// <param name="exception">The exception itself, or one of those inside it.</param>
    /// <param name="error">Status, body, headers, code and message, as far as the exception carries them.</param>
    bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error);
}
