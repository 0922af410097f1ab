using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// OllamaSharp throws <c>OllamaException</c> and derived types for status 400, with the provider's message. For every other status it
/// throws an HttpRequestException without the body.
/// </summary>
internal static class OllamaReader
{
    private static readonly Type? OllamaException =
        SdkMember.Find(static () => Type.GetType("OllamaSharp.Models.Exceptions.OllamaException, OllamaSharp"));

    internal static bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        error = OllamaException?.IsInstanceOfType(exception) == true ? new ProviderError { StatusCode = 400, Message = exception.Message } : null;
        return error is not null;
    }
}
