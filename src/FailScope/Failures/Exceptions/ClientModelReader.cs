using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FailScope;

/// <summary>
/// <c>System.ClientModel.ClientResultException</c> of OpenAI's SDK and Azure OpenAI's. Its message omits bodies of an unusual
/// format, so the raw response is read. Status 0 means that the call got no response.
/// </summary>
internal static class ClientModelReader
{
    private static readonly PropertyInfo? Status =
        SdkMember.Find(static () => Type.GetType("System.ClientModel.ClientResultException, System.ClientModel")?.GetProperty("Status", SdkMember.Declared));

    private static readonly MethodInfo? GetRawResponse =
        SdkMember.Find(static () => Type.GetType("System.ClientModel.ClientResultException, System.ClientModel")?.GetMethod("GetRawResponse", Type.EmptyTypes));

    private static readonly PropertyInfo? Content =
        SdkMember.Find(static () => Type.GetType("System.ClientModel.Primitives.PipelineResponse, System.ClientModel")?.GetProperty("Content", SdkMember.Declared));

    private static readonly PropertyInfo? Headers =
        SdkMember.Find(static () => Type.GetType("System.ClientModel.Primitives.PipelineResponse, System.ClientModel")?.GetProperty("Headers", SdkMember.Declared));

    internal static bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        if (SdkMember.Get(Status, exception) is not (int status and not 0))
        {
            error = null;
            return false;
        }

        object? response = SdkMember.Call(GetRawResponse, exception);
        string? body = SdkMember.Get(Content, response)?.ToString();
        error = new ProviderError
        {
            StatusCode = status,
            Body = body,
            Headers = SdkMember.Get(Headers, response) as IEnumerable<KeyValuePair<string, string>>,
            Message = body is null ? exception.Message : null,
            IsClientsMessage = body is null,
        };
        return true;
    }
}
