using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FailScope.AspNetCore;

/// <summary>Security headers.</summary>
internal static class ResponseHeaders
{
    // Allows only the page's own style and script and requests to the same site, and no frames.
    private static readonly string PagePolicy =
        $"default-src 'none'; style-src {PageAsset.Style.Source}; script-src {PageAsset.Script.Source}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    internal static void SetForPage(HttpResponse response) => Set(response, PagePolicy);

    internal static void SetForData(HttpResponse response) => Set(response, DataPolicy);

    private static void Set(HttpResponse response, string policy)
    {
        response.Headers[HeaderNames.ContentSecurityPolicy] = policy;
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
