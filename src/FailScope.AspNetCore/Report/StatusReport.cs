using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FailScope.AspNetCore;

/// <summary>What is alive and what is cooling at one moment. The property names are used in the JSON and must not change.</summary>
/// <param name="At">The time of the report.</param>
/// <param name="Tenant">The tenant; null for requests without a tenant.</param>
/// <param name="Status">The worst status of the chains; at least degraded if a listed tenant has fewer than all models.</param>
/// <param name="Chains">The chains, as they are for a request of the tenant.</param>
/// <param name="Cooldowns">The cool-downs of the tenant and those for all tenants, active ones first.</param>
/// <param name="CooldownsNotListed">The number of further cool-downs.</param>
/// <param name="Tenants">Tenants with cool-downs that have not expired. Empty in the report of one tenant.</param>
/// <param name="TenantsNotListed">The number of further tenants.</param>
internal sealed record StatusReport(
    DateTimeOffset At,
    string? Tenant,
    HealthStatus Status,
    IReadOnlyList<ChainReport> Chains,
    IReadOnlyList<CooldownReport> Cooldowns,
    int CooldownsNotListed,
    IReadOnlyList<TenantReport> Tenants,
    int TenantsNotListed);

/// <summary>A chain.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Healthy if every model is alive, unhealthy if none is, otherwise degraded.</param>
/// <param name="RecoversAt">When the first model recovers; null if one is alive, or if only a reset helps.</param>
/// <param name="Models">Its models, in the order in which they are tried.</param>
internal sealed record ChainReport(string Name, HealthStatus Status, DateTimeOffset? RecoversAt, IReadOnlyList<ModelReport> Models)
{
    /// <summary>The number of models that a request may call.</summary>
    public int Alive => Models.Count(model => model.IsAlive);
}

/// <summary>A model of a chain.</summary>
/// <param name="Name">Its name in the catalog.</param>
/// <param name="Id">The provider's id of the model.</param>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Account">The name of the account that pays.</param>
/// <param name="Credential">The name of the API key.</param>
/// <param name="IsFree">Whether it costs nothing.</param>
/// <param name="State">Whether it can be called.</param>
/// <param name="RetiredBy">The scopes that failed, see <see cref="CooldownReport.Scope"/>.</param>
/// <param name="RetiredUntil">When it recovers; null if it is alive, or if only a reset helps.</param>
internal sealed record ModelReport(
    string Name,
    string Id,
    string Provider,
    string Account,
    string Credential,
    bool IsFree,
    ModelState State,
    IReadOnlyList<string> RetiredBy,
    DateTimeOffset? RetiredUntil)
{
    /// <summary>Whether a request may call it.</summary>
    public bool IsAlive => State is ModelState.Alive or ModelState.Due;

    /// <summary>The cool-down that determines its state; null if there is none.</summary>
    [JsonIgnore]
    public CooldownReport? DecidedBy { get; init; }
}

/// <summary>A cool-down.</summary>
/// <param name="Scope">The text of the scope key.</param>
/// <param name="ScopeKind">Its kind.</param>
/// <param name="Tenant">The tenant; null for requests without a tenant, or if it applies to all tenants.</param>
/// <param name="IsForAllTenants">Whether it applies to all tenants.</param>
/// <param name="IncludesFree">Whether it also retires the free models of the scope.</param>
/// <param name="State">Its state.</param>
/// <param name="Cause">The kind of failure.</param>
/// <param name="Evidence">The evidence for the kind, without secrets; null if there is none.</param>
/// <param name="ReportedBy">The text of the scope key of the model that failed.</param>
/// <param name="Since">When it began.</param>
/// <param name="Until">When it expires; null if it lasts until it is reset.</param>
/// <param name="FailedProbes">The number of probes that failed in a row.</param>
/// <param name="Remedy">What an operator can do; null if nothing is known.</param>
/// <param name="Retires">The names of the models in this report that it retires.</param>
internal sealed record CooldownReport(
    string Scope,
    ScopeKind ScopeKind,
    string? Tenant,
    bool IsForAllTenants,
    bool IncludesFree,
    CooldownState State,
    FailureKind Cause,
    string? Evidence,
    string ReportedBy,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    int FailedProbes,
    string? Remedy,
    IReadOnlyList<string> Retires);

/// <summary>A tenant with cool-downs.</summary>
/// <param name="Tenant">The name that the application uses.</param>
/// <param name="Status">The worst status of the chains for its requests.</param>
/// <param name="Cooldowns">The number of its own cool-downs that have not expired.</param>
/// <param name="Chains">The chains that have fewer than all models for this tenant.</param>
internal sealed record TenantReport(string Tenant, HealthStatus Status, int Cooldowns, IReadOnlyList<TenantChainReport> Chains);

/// <summary>A chain, as it is for a tenant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">As for <see cref="ChainReport"/>.</param>
/// <param name="Alive">The number of models that the tenant's requests may call.</param>
/// <param name="Models">The number of models of the chain.</param>
internal sealed record TenantChainReport(string Name, HealthStatus Status, int Alive, int Models);
