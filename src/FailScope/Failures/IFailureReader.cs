using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// Reads the exceptions of an SDK that <see cref="FailureClassifier"/> does not know. It extracts the parts of the exception; the
/// classifier decides what they mean.
/// </summary>
/// <remarks>
/// <para>Add readers to <see cref="FallbackOptions.FailureReaders"/>. <c>AddFallbackChatClient</c> also uses every
/// <see cref="IFailureReader"/> that is registered as a service.</para>
/// <para>May be called from any thread. If a reader throws, it is ignored, as if it did not recognize the exception: the next reader
/// is tried, then the built-in ones.</para>
/// </remarks>
/// <example>
/// <code>
/// sealed class AcmeReader : IFailureReader
/// {
///     public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
///     {
///         error = exception is AcmeException acme ? new ProviderError { StatusCode = acme.Status, Body = acme.ResponseText } : null;
///         return error is not null;
///     }
/// }
///
/// var options = new FallbackOptions { FailureReaders = { new AcmeReader() } };
/// </code>
/// </example>
public interface IFailureReader
{
    /// <summary>Extracts the parts of an exception of the SDK; returns false for any other exception.</summary>
    /// <param name="exception">The exception itself, or one of those inside it.</param>
    /// <param name="error">Status, body, headers, code and message, if the exception contains them.</param>
    bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error);
}
