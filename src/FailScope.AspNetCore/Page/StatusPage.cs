using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FailScope.AspNetCore;

/// <summary>The status page. It shows a report and works without script; the script keeps it up to date.</summary>
internal static class StatusPage
{
    private static readonly TimeSpan ReloadWithoutScript = TimeSpan.FromSeconds(30);

    internal static string Draw(StatusReport report, PageContext context)
    {
        var html = new Html();
        DrawHead(html, report, context);
        DrawHeader(html, report, context);
        html.Add($"""<main id="live">""");
        if (report.Tenant is { } tenant)
        {
            html.Add($"""
                <p class="view">As requests of tenant <b><bdi>{tenant}</bdi></b> find it. <a id="all" href="{context.Path}">Show requests without a tenant</a></p>

                """);
        }

        foreach (ChainReport chain in report.Chains)
        {
            ChainPicture.Draw(html, chain, report.At);
        }

        CooldownTable.Draw(html, report, context);
        TenantTable.Draw(html, report, context);
        html.Add($"""
            </main>
            <footer>
            <p>A model is alive if no cool-down excludes it. When a cool-down ends, one request tries the model first. The others follow after it has answered.</p>
            </footer>
            <script>
            """);
        html.Add(PageAsset.Script);
        html.Add($"</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void DrawHead(Html html, StatusReport report, PageContext context)
    {
        int reload = (int)Math.Max(ReloadWithoutScript.TotalSeconds, context.Refresh.TotalSeconds);
        html.Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{report.Status.ToString()} – FailScope status</title>
            <noscript><meta http-equiv="refresh" content="{reload}"></noscript>
            <style>
            """);
        html.Add(PageAsset.Style);
        html.Add($"""
            </style>
            </head>

            """);
    }

    private static void DrawHeader(Html html, StatusReport report, PageContext context)
    {
        html.Add($"""
            <body data-refresh="{(int)context.Refresh.TotalSeconds}">
            <svg class="sprite" aria-hidden="true" focusable="false">
            <symbol id="healthy" viewBox="0 0 16 16"><path d="M3.5 8.5l3 3 6-7"/></symbol>
            <symbol id="degraded" viewBox="0 0 16 16"><path d="M8 3.5v6M8 12.2v.3"/></symbol>
            <symbol id="unhealthy" viewBox="0 0 16 16"><path d="M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6"/></symbol>
            <symbol id="waiting" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2"/><path d="M8 4.8V8l2.2 1.5"/></symbol>
            </svg>
            <a class="skip" href="#live">Skip to the chains</a>
            <header>
            <h1>FailScope <span>status</span></h1>
            <div id="clock" class="clock"><time datetime="{PageTime.Iso(report.At)}">{ClockWithSeconds(report.At)}</time></div>
            <button id="pause" type="button" aria-pressed="false" hidden>Pause updates</button>
            <a class="json" href="{context.Path}/status.json{TenantQuery(report.Tenant)}">JSON</a>
            </header>
            <p id="problem" class="notice" role="alert" hidden>The page could not be updated. What you see may be out of date.</p>

            """);
        if (context.Notice is not null)
        {
            html.Add($"""
                <p class="notice" role="status">{context.Notice}</p>

                """);
        }

        string status = report.Status.ToString();
        html.Add($"""
            <div id="summary" class="summary {Class(report.Status)}">
            """);
        Icon(html, Class(report.Status));
        html.Add($"""
            <p role="status"><b>{status}.</b> {Words.Summary(report)}.</p></div>

            """);
    }

    internal static string Class(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    internal static void Icon(Html html, string name) => html.Add($"""<svg class="icon" aria-hidden="true" focusable="false"><use href="#{name}"/></svg>""");

    /// <summary>The query string for the same tenant.</summary>
    internal static string TenantQuery(string? tenant) => tenant is null ? "" : $"?tenant={Uri.EscapeDataString(tenant)}";

    private static string ClockWithSeconds(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
