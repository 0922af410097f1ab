using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>Takes the request and says nothing, until the caller has had enough.</summary>
internal sealed class StallReply : Reply
{
    internal static StallReply Instance { get; } = new();

    internal override Task SendAsync(HttpContext context, ProviderCall call) => Task.Delay(Timeout.Infinite, context.RequestAborted);
}
