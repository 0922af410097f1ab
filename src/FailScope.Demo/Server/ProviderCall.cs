using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>A request for a chat completion, as it arrived: at which provider, with which key, for which model.</summary>
/// <param name="Host">The host that the app believes it calls.</param>
/// <param name="Key">The key from the Authorization header; null where there is none.</param>
/// <param name="ModelId">The model id in the body.</param>
/// <param name="IsStreaming">Whether the answer is to be sent piece by piece.</param>
internal sealed record ProviderCall(string Host, string? Key, string ModelId, bool IsStreaming)
{
    private const string Bearer = "Bearer ";

    internal static async Task<ProviderCall> ReadAsync(string host, HttpRequest request)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        string? authorization = request.Headers.Authorization;
        return new ProviderCall(
            host,
            authorization?.StartsWith(Bearer, StringComparison.Ordinal) == true ? authorization[Bearer.Length..] : null,
            body.RootElement.GetProperty("model").GetString()!,
            body.RootElement.TryGetProperty("stream", out JsonElement stream) && stream.GetBoolean());
    }
}
