using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FailScope.AspNetCore;

/// <summary>What is alive and what is cooling at one moment. The names of the properties are those of the JSON, and do not change.</summary>
/// <param name="At">When.</param>
/// <param name="Tenant">Whose requests it is about; null for requests without a tenant.</param>
/// <param name="Status">The worst of the chains; at least degraded where a listed tenant has less than all models.</param>
/// <param name="Chains">The chains, as a request of the tenant finds them.</param>
/// <param name="Cooldowns">What is remembered of the tenant and for all tenants, in force first.</param>
/// <param name="CooldownsNotListed">How many more there are.</param>
/// <param name="Tenants">Tenants with cool-downs that have not run out. Empty in the report of one tenant.</param>
/// <param name="TenantsNotListed">How many more there are.</param>
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
/// <param name="Status">Healthy where every model is alive, unhealthy where none is, and degraded in between.</param>
/// <param name="RecoversAt">When the first model recovers, where none is alive; null where one is, or where only a reset helps.</param>
/// <param name="Models">Its models, in the order in which they are tried.</param>
internal sealed record ChainReport(string Name, HealthStatus Status, DateTimeOffset? RecoversAt, IReadOnlyList<ModelReport> Models)
{
    /// <summary>The number of models that a request may call.</summary>
    public int Alive => Models.Count(model => model.IsAlive);
}

/// <summary>A model of a chain.</summary>
/// <param name="Name">Its name in the catalog.</param>
/// <param name="Id">The id that the provider knows it by.</param>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Account">The name of the account that pays.</param>
/// <param name="Credential">The name of the key.</param>
/// <param name="IsFree">Whether it costs nothing.</param>
/// <param name="State">Whether it can be called.</param>
/// <param name="RetiredBy">The scopes that failed, as <see cref="CooldownReport.Scope"/>.</param>
/// <param name="RetiredUntil">When it recovers; null where it is alive, or where only a reset helps.</param>
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

    /// <summary>The cool-down that decides its state; null where there is none.</summary>
    [JsonIgnore]
    public CooldownReport? DecidedBy { get; init; }
}

/// <summary>A cool-down.</summary>
/// <param name="Scope">The text of the scope key.</param>
/// <param name="ScopeKind">Its kind.</param>
/// <param name="Tenant">Whose; null for requests without a tenant, and where it counts for all.</param>
/// <param name="IsForAllTenants">Whether it counts for all tenants.</param>
/// <param name="IncludesFree">Whether it retires the free models of the scope too.</param>
/// <param name="State">How far it is.</param>
/// <param name="Cause">What went wrong.</param>
/// <param name="Evidence">What decided the cause, without secrets; null where nothing did.</param>
/// <param name="ReportedBy">The text of the scope key of the model that failed.</param>
/// <param name="Since">When it began.</param>
/// <param name="Until">When it runs out; null where it lasts until it is reset.</param>
/// <param name="FailedProbes">How many probes failed one after the other.</param>
/// <param name="Remedy">What an operator can do; null where nothing is known.</param>
/// <param name="Retires">The models of the chains in this report that it retires, by name.</param>
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
/// <param name="Tenant">The name that the application gives it.</param>
/// <param name="Status">The worst of the chains, for its requests.</param>
/// <param name="Cooldowns">How many it has of its own that have not run out.</param>
/// <param name="Chains">The chains of which it has less than all models.</param>
internal sealed record TenantReport(string Tenant, HealthStatus Status, int Cooldowns, IReadOnlyList<TenantChainReport> Chains);

/// <summary>A chain as a tenant finds it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">As for <see cref="ChainReport"/>.</param>
/// <param name="Alive">How many models the tenant's requests may call.</param>
/// <param name="Models">How many it has.</param>
internal sealed record TenantChainReport(string Name, HealthStatus Status, int Alive, int Models);
