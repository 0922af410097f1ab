using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FailScope;

/// <summary><c>Azure.RequestFailedException</c> of Azure's SDKs. Status 0 means that the call got no response.</summary>
internal static class AzureCoreReader
{
    private static readonly PropertyInfo? Status =
        SdkMember.Find(static () => Type.GetType("Azure.RequestFailedException, Azure.Core")?.GetProperty("Status", SdkMember.Declared));

    private static readonly PropertyInfo? ErrorCode =
        SdkMember.Find(static () => Type.GetType("Azure.RequestFailedException, Azure.Core")?.GetProperty("ErrorCode", SdkMember.Declared));

    private static readonly MethodInfo? GetRawResponse =
        SdkMember.Find(static () => Type.GetType("Azure.RequestFailedException, Azure.Core")?.GetMethod("GetRawResponse", Type.EmptyTypes));

    private static readonly PropertyInfo? Content =
        SdkMember.Find(static () => Type.GetType("Azure.Response, Azure.Core")?.GetProperty("Content", SdkMember.Declared));

    private static readonly PropertyInfo? Headers =
        SdkMember.Find(static () => Type.GetType("Azure.Response, Azure.Core")?.GetProperty("Headers", SdkMember.Declared));

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
            Headers = HeadersOf(SdkMember.Get(Headers, response) as IEnumerable),
            Code = body is null ? SdkMember.Get(ErrorCode, exception) as string : null,
            Message = body is null ? exception.Message : null,
            IsClientsMessage = body is null,
        };
        return true;
    }

    // The ToString of Azure's header type returns "name:value".
    private static List<KeyValuePair<string, string>>? HeadersOf(IEnumerable? headers)
    {
        if (headers is null)
        {
            return null;
        }

        var list = new List<KeyValuePair<string, string>>();
        foreach (object? header in headers)
        {
            string line = header?.ToString() ?? "";
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                list.Add(new KeyValuePair<string, string>(line[..colon], line[(colon + 1)..]));
            }
        }

        return list;
    }
}
