namespace FailScope.Testing.Http;

/// <summary>An HTTP request, read to its end.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers, by name without regard to case.</param>
/// <param name="Body">The body as text.</param>
internal sealed record Request(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private const string Bearer = "Bearer ";

    internal string Path => Target.Split('?')[0];

    /// <summary>The key, in any of the places where providers take one; null where there is none.</summary>
    internal string? Key =>
        Headers.TryGetValue("Authorization", out string? authorization) && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim()
        : Headers.TryGetValue("x-api-key", out string? key) || Headers.TryGetValue("x-goog-api-key", out key) || Headers.TryGetValue("api-key", out key) ? key
        : QueryKey;

    private string? QueryKey => Target.Split('?', 2) is [_, var query]
        ? query.Split('&').Where(part => part.StartsWith("key=", StringComparison.Ordinal)).Select(part => Uri.UnescapeDataString(part[4..])).FirstOrDefault()
        : null;
}
