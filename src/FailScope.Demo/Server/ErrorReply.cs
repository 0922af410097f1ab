using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>A status, headers and a body: how providers usually say no.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="body">The body, byte for byte.</param>
internal sealed class ErrorReply(int status, [StringSyntax(StringSyntaxAttribute.Json)] string body) : Reply
{
    internal string ContentType { get; init; } = "application/json";

    internal IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    internal override Task SendAsync(HttpContext context, ProviderCall call)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        foreach ((string name, string value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
