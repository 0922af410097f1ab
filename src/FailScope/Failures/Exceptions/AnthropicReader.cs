using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;

namespace FailScope;

/// <summary>
/// Anthropic's official SDK: <c>AnthropicApiException</c> for an error response, <c>AnthropicSseException</c> for an error inside a stream,
/// which has a body but no status. Neither contains the headers, so Retry-After is not available.
/// </summary>
internal static class AnthropicReader
{
    private static readonly PropertyInfo? StatusCode =
        SdkMember.Find(static () => Type.GetType("Anthropic.Exceptions.AnthropicApiException, Anthropic")?.GetProperty("StatusCode", SdkMember.Declared));

    private static readonly PropertyInfo? ResponseBody =
        SdkMember.Find(static () => Type.GetType("Anthropic.Exceptions.AnthropicApiException, Anthropic")?.GetProperty("ResponseBody", SdkMember.Declared));

    private static readonly PropertyInfo? Body =
        SdkMember.Find(static () => Type.GetType("Anthropic.Exceptions.AnthropicServiceException, Anthropic")?.GetProperty("Body", SdkMember.Declared));

    private static readonly PropertyInfo? ErrorCode =
        SdkMember.Find(static () => Type.GetType("Anthropic.Exceptions.AnthropicServiceException, Anthropic")?.GetProperty("ErrorCode", SdkMember.Declared));

    internal static bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        if (SdkMember.Get(StatusCode, exception) is HttpStatusCode status)
        {
            error = new ProviderError { StatusCode = (int)status, Body = SdkMember.Get(ResponseBody, exception) as string };
            return true;
        }

        if (SdkMember.Get(Body, exception) is { } body)
        {
            string? json = body.ToString();
            error = new ProviderError
            {
                Body = string.IsNullOrEmpty(json) ? null : json,
                Code = SdkMember.Get(ErrorCode, exception) as string,
                Message = exception.Message,
            };
            return true;
        }

        error = null;
        return false;
    }
}
