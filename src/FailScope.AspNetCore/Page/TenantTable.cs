namespace FailScope.AspNetCore;

/// <summary>The tenants with cool-downs, up to the maximum that the page lists.</summary>
internal static class TenantTable
{
    internal static void Draw(Html html, StatusReport report, PageContext context)
    {
        if (report.Tenants.Count == 0 && report.TenantsNotListed == 0)
        {
            return;
        }

        html.Add($"""
            <section aria-labelledby="tenants">
            <h2 id="tenants">Tenants with cool-downs</h2>
            <table role="table" aria-labelledby="tenants">
            <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">Tenant</th>
            <th role="columnheader" scope="col">Status</th>
            <th role="columnheader" scope="col">Cool-downs</th>
            <th role="columnheader" scope="col">Chains</th>
            </tr></thead>
            <tbody role="rowgroup">

            """);
        foreach (TenantReport tenant in report.Tenants)
        {
            DrawRow(html, tenant, context);
        }

        html.Add($"""
            </tbody>
            </table>

            """);
        if (report.TenantsNotListed > 0)
        {
            html.Add($"""
                <p class="more">{report.Tenants.Count} of {Words.Count(report.Tenants.Count + report.TenantsNotListed, "tenant is", "tenants are")} listed, those with the most cool-downs.</p>

                """);
        }

        html.Add($"""
            <form class="find" method="get" action="{context.Path}"><label for="tenant">Tenant</label> <input id="tenant" name="tenant" required autocomplete="off"> <button type="submit">Show</button></form>
            </section>

            """);
    }

    private static void DrawRow(Html html, TenantReport tenant, PageContext context)
    {
        html.Add($"""
            <tr role="row">
            <th role="rowheader" scope="row"><a id="tenant-{tenant.Tenant}" href="{context.Path}{StatusPage.TenantQuery(tenant.Tenant)}"><bdi>{tenant.Tenant}</bdi></a></th>
            <td role="cell" data-label="Status"><span class="state {StatusPage.Class(tenant.Status)}">
            """);
        StatusPage.Icon(html, StatusPage.Class(tenant.Status));
        string chains = string.Join("; ", tenant.Chains.Select(chain => $"{chain.Name}: {Words.Alive(chain.Alive, chain.Models)}"));
        html.Add($"""
            {tenant.Status.ToString()}</span></td>
            <td role="cell" data-label="Cool-downs">{tenant.Cooldowns}</td>
            <td role="cell" data-label="Chains">{(chains.Length == 0 ? "every model is alive" : chains)}</td>
            </tr>

            """);
    }
}
