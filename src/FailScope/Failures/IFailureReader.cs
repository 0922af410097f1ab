using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// Reads the exceptions of an SDK that <see cref="FailureClassifier"/> does not know. It takes an exception apart, and the classifier
/// decides what the parts mean.
/// </summary>
/// <remarks>
/// <para>Given to a turn or a client in <see cref="FallbackOptions.FailureReaders"/>. <c>AddFallbackChatClient</c> also takes every
/// <see cref="IFailureReader"/> among the services.</para>
/// <para>Called from any thread. A reader that throws is passed over as if it did not know the exception: the next reader is asked,
/// and then what is built in.</para>
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
    /// <summary>Takes apart an exception of the SDK; false for any other.</summary>
    /// <param name="exception">The exception itself, or one of those inside it.</param>
    /// <param name="error">Status, body, headers, code and message, as far as the exception carries them.</param>
    bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error);
}
