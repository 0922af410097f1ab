using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>Drops the connection instead of answering.</summary>
internal sealed class HangUpReply : Reply
{
    internal static HangUpReply Instance { get; } = new();

    internal override Task SendAsync(HttpContext context, ProviderCall call)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
