using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// OllamaSharp: <c>OllamaException</c> and what derives from it stand for a 400 whose message they carry; every other status comes as
/// an HttpRequestException without the body.
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
