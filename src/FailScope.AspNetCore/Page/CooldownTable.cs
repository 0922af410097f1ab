namespace FailScope.AspNetCore;

/// <summary>What is retired, since when, until when and on what evidence, with the buttons for a reset.</summary>
internal static class CooldownTable
{
    internal static void Draw(Html html, StatusReport report, PageContext context)
    {
        html.Add($"""
            <section aria-labelledby="cooldowns">
            <h2 id="cooldowns">Cool-downs</h2>

            """);
        if (report.Cooldowns.Count == 0)
        {
            html.Add($"""<p class="empty">Nothing is cooling down.</p>{"\n"}""");
        }
        else
        {
            DrawTable(html, report, context);
        }

        if (report.CooldownsNotListed > 0)
        {
            html.Add($"""<p class="more">{Words.Count(report.CooldownsNotListed, "more cool-down is", "more cool-downs are")} not listed.</p>{"\n"}""");
        }

        html.Add($"</section>\n");
    }

    private static void DrawTable(Html html, StatusReport report, PageContext context)
    {
        // On a narrow screen, the style shows rows as blocks. Without the roles, a screen reader would no longer recognize the table.
        html.Add($"""
            <table role="table" aria-labelledby="cooldowns">
            <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">What</th>
            <th role="columnheader" scope="col">Why</th>
            <th role="columnheader" scope="col">Retires</th>
            <th role="columnheader" scope="col">Since</th>
            <th role="columnheader" scope="col">Until</th>

            """);
        if (context.Token is not null)
        {
            html.Add($"""<th role="columnheader" scope="col"><span class="hidden">Action</span></th>{"\n"}""");
        }

        html.Add($"""
            </tr></thead>
            <tbody role="rowgroup">

            """);
        foreach (CooldownReport cooldown in report.Cooldowns)
        {
            DrawRow(html, cooldown, report, context);
        }

        html.Add($"</tbody>\n</table>\n");
    }

    private static void DrawRow(Html html, CooldownReport cooldown, StatusReport report, PageContext context)
    {
        string what = Words.Of(cooldown.ScopeKind, cooldown.Scope);
        html.Add($"""
            <tr role="row">
            <th role="rowheader" scope="row"><span class="what"><bdi>{Words.Sentence(what)}</bdi></span><code>{cooldown.Scope}</code>{(cooldown.IsForAllTenants ? "applies to all tenants" : "")}</th>
            <td role="cell" data-label="Why"><b>{Words.Of(cooldown.Cause)}</b>
            """);
        if (cooldown.Evidence is not null)
        {
            html.Add($"""<span class="evidence"><bdi>{cooldown.Evidence}</bdi></span>""");
        }

        html.Add($"""
            <span class="reporter">reported by {Words.Of(ScopeKind.Model, cooldown.ReportedBy)}{(cooldown.FailedProbes == 0 ? "" : $", {Words.Count(cooldown.FailedProbes, "probe", "probes")} failed since")}</span>
            """);
        if (cooldown.Remedy is not null)
        {
            html.Add($"""<span class="remedy">{cooldown.Remedy}</span>""");
        }

        html.Add($"""
            </td>
            <td role="cell" data-label="Retires">{(cooldown.Retires.Count == 0 ? "no model on this page" : string.Join(", ", cooldown.Retires))}</td>
            <td role="cell" data-label="Since"><time datetime="{PageTime.Iso(cooldown.Since)}">{PageTime.Clock(cooldown.Since, report.At)}</time><span class="distance">{PageTime.Distance(cooldown.Since, report.At)}</span></td>
            <td role="cell" data-label="Until">
            """);
        DrawUntil(html, cooldown, report.At);
        html.Add($"</td>\n");
        if (context.Token is { } token)
        {
            html.Add($"""
                <td role="cell" class="action"><form method="post" action="{context.Path}/reset">
                <input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
                <input type="hidden" name="scope" value="{cooldown.Scope}">

                """);
            if (report.Tenant is not null)
            {
                html.Add($"""<input type="hidden" name="tenant" value="{report.Tenant}">{"\n"}""");
            }

            html.Add($"""
                <button type="submit" id="reset-{cooldown.Scope}{(cooldown.IncludesFree ? "" : "-priced")}" aria-label="Reset {what}">Reset</button>
                </form></td>

                """);
        }

        html.Add($"</tr>\n");
    }

    private static void DrawUntil(Html html, CooldownReport cooldown, DateTimeOffset now)
    {
        if (cooldown.Until is { } until)
        {
            html.Add($"""<time datetime="{PageTime.Iso(until)}">{PageTime.Clock(until, now)}</time>""");
        }

        html.Add($"""
            <span class="distance">{cooldown.State switch
            {
                CooldownState.Due => "run out: the next request tries it",
                CooldownState.Probing => "a request is trying it now",
                _ => cooldown.Until is { } end ? PageTime.Distance(end, now) : "it is reset",
            }}</span>
            """);
    }
}
