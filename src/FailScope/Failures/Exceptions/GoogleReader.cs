using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FailScope;

/// <summary>
/// Google's SDK: <c>ClientError</c> and <c>ServerError</c> derive from HttpRequestException. Their own <c>StatusCode</c> property, an int,
/// hides the one of the base class, which is null.
/// </summary>
internal static class GoogleReader
{
    private static readonly PropertyInfo? ClientStatus =
        SdkMember.Find(static () => Type.GetType("Google.GenAI.ClientError, Google.GenAI")?.GetProperty("StatusCode", SdkMember.Declared));

    private static readonly PropertyInfo? ServerStatus =
        SdkMember.Find(static () => Type.GetType("Google.GenAI.ServerError, Google.GenAI")?.GetProperty("StatusCode", SdkMember.Declared));

    private static readonly PropertyInfo? ClientCode =
        SdkMember.Find(static () => Type.GetType("Google.GenAI.ClientError, Google.GenAI")?.GetProperty("Status", SdkMember.Declared));

    private static readonly PropertyInfo? ServerCode =
        SdkMember.Find(static () => Type.GetType("Google.GenAI.ServerError, Google.GenAI")?.GetProperty("Status", SdkMember.Declared));

    internal static bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        if ((SdkMember.Get(ClientStatus, exception) ?? SdkMember.Get(ServerStatus, exception)) is not int status)
        {
            error = null;
            return false;
        }

        error = new ProviderError
        {
            StatusCode = status,
            Code = (SdkMember.Get(ClientCode, exception) ?? SdkMember.Get(ServerCode, exception)) as string,
            Message = exception.Message,
        };
        return true;
    }
}
