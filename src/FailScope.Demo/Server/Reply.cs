using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>What a provider does with a call.</summary>
internal abstract class Reply
{
    /// <summary>Answers the call over HTTP.</summary>
    internal abstract Task SendAsync(HttpContext context, ProviderCall call);
}
