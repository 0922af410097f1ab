using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FailScope.AspNetCore;

/// <summary>Handles the requests for the page, for its JSON, and for a reset.</summary>
internal sealed partial class StatusEndpoints(StatusReader reader, ResetAccess? access, TimeSpan refresh, ILogger logger)
{
    private const string Tenant = "tenant";
    private const string Notice = "notice";

    internal async Task GetPageAsync(HttpContext context)
    {
        ResponseHeaders.SetForPage(context.Response);
        AntiforgeryTokenSet? token = access is null ? null : await access.FindTokenAsync(context);
        string path = (context.Request.PathBase + context.Request.Path).ToUriComponent().TrimEnd('/');
        var page = new PageContext(path, token, NoticeOf(context.Request.Query[Notice]), refresh);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(StatusPage.Draw(reader.Read(TenantOf(context.Request.Query[Tenant])), page), context.RequestAborted);
    }

    internal Task GetJsonAsync(HttpContext context)
    {
        ResponseHeaders.SetForData(context.Response);
        return context.Response.WriteAsJsonAsync(reader.Read(TenantOf(context.Request.Query[Tenant])), StatusJson.Default.StatusReport, cancellationToken: context.RequestAborted);
    }

    /// <summary>Resets a scope. The policy has been checked by the authorization of the endpoint.</summary>
    internal async Task ResetAsync(HttpContext context)
    {
        ResponseHeaders.SetForData(context.Response);
        try
        {
            await access!.Antiforgery.ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            await RefuseAsync(context, "The request did not come from the status page, or the page is too old. Reload the page and try again.");
            return;
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!ScopeKey.TryParse(form["scope"], out IScopeKey? scope))
        {
            await RefuseAsync(context, "The field 'scope' is not a scope key. A scope key has the form kind:Namespace.Catalog/Member.");
            return;
        }

        string? tenant = TenantOf(form[Tenant]);
        bool wasCooling = reader.Cooldowns.Reset(scope, tenant);
        LogReset(logger, scope.Value, tenant ?? "(none)", context.User.Identity?.Name ?? "(unnamed)", wasCooling);

        // A relative address works wherever the page is mapped, and cannot lead to another site.
        string query = tenant is null ? "?" : StatusPage.TenantQuery(tenant) + "&";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"./{query}{Notice}={(wasCooling ? "reset" : "nothing")}";
    }

    private static string? TenantOf(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Only fixed texts are shown, so a link from another site cannot put its own text on the page.
    private static string? NoticeOf(string? name) => name switch
    {
        "reset" => "The cool-down is over. The next request tries the models again.",
        "nothing" => "Nothing was cooling down under that scope.",
        _ => null,
    };

    private static Task RefuseAsync(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Information, "{Scope} of tenant {Tenant} was reset on the status page by {User}; something was cooling: {WasCooling}")]
    private static partial void LogReset(ILogger logger, string scope, string tenant, string user, bool wasCooling);
}
