namespace FailScope.Testing.Http;

/// <summary>An HTTP request, read to its end.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers; names ignore case.</param>
/// <param name="Body">The body as text.</param>
internal sealed record Request(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private const string Bearer = "Bearer ";

    internal string Path => Target.Split('?')[0];

    /// <summary>The API key, from any of the places that providers accept; null if there is none.</summary>
    internal string? Key =>
        Headers.TryGetValue("Authorization", out string? authorization) && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim()
        : Headers.TryGetValue("x-api-key", out string? key) || Headers.TryGetValue("x-goog-api-key", out key) || Headers.TryGetValue("api-key", out key) ? key
        : QueryKey;

    private string? QueryKey => Target.Split('?', 2) is [_, var query]
        ? query.Split('&').Where(part => part.StartsWith("key=", StringComparison.Ordinal)).Select(part => Uri.UnescapeDataString(part[4..])).FirstOrDefault()
        : null;
}
