using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FailScope.AspNetCore;

/// <summary>Checks whether every chain has a model that a request may call.</summary>
internal sealed class FailScopeHealthCheck(StatusReader reader) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        StatusReport report = reader.Read(tenant: null);

        // The application may have registered a milder failure status, such as Degraded.
        HealthStatus status = report.Status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : report.Status;
        var data = new Dictionary<string, object>
        {
            ["chains"] = StatusJson.Element(report.Chains),
            ["cooldowns"] = StatusJson.Element(report.Cooldowns),
            ["cooldownsNotListed"] = report.CooldownsNotListed,
            ["tenants"] = StatusJson.Element(report.Tenants),
            ["tenantsNotListed"] = report.TenantsNotListed,
        };
        return Task.FromResult(new HealthCheckResult(status, Describe(report), data: data));
    }

    private static string Describe(StatusReport report)
    {
        IEnumerable<string> chains = report.Chains.Select(chain => $"{chain.Name}: {Words.Alive(chain.Alive, chain.Models.Count)}.");
        IEnumerable<string> cooldowns = report.Cooldowns
            .Where(cooldown => cooldown.State != CooldownState.Due && cooldown.Retires.Count > 0)
            .Take(5)
            .Select(cooldown => $"{Words.Of(cooldown.ScopeKind, cooldown.Scope)} is retired until {(cooldown.Until is { } until ? PageTime.Iso(until) : "it is reset")} ({Words.Of(cooldown.Cause)}).");
        int tenants = report.Tenants.Count(tenant => tenant.Status != HealthStatus.Healthy);
        string others = tenants == 0 ? "" : $"{Words.Count(tenants, "listed tenant has", "listed tenants have")} fewer models.";
        return string.Join(' ', [.. chains, .. cooldowns.Select(Words.Sentence), .. others.Length == 0 ? (string[])[] : [others]]);
    }
}
