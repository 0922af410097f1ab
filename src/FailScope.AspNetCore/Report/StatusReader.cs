using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FailScope.AspNetCore;

/// <summary>Creates reports about the configured chains and their memory.</summary>
internal sealed class StatusReader
{
    /// <summary>The maximum number of cool-downs in a report.</summary>
    internal const int MaxCooldowns = 200;

    private const int MaxText = 200;

    private readonly FallbackChain[] _chains;
    private readonly TimeProvider _time;
    private readonly int _maxTenants;

    /// <exception cref="InvalidOperationException">There is no chain, or no memory.</exception>
    internal StatusReader(IServiceProvider services, FailScopeStatusOptions options)
    {
        IEnumerable<FallbackChain> named = options.Chains.Concat(options.Catalogs.SelectMany(catalog => catalog.Chains));
        _chains = [.. named.Distinct()];
        _chains = _chains.Length > 0 ? _chains : [.. services.GetServices<FallbackChain>().Distinct()];
        if (_chains.Length == 0)
        {
            throw new InvalidOperationException(
                "FailScope has no chain to show. Register one with AddFallbackChatClient, or as a service (builder.Services.AddSingleton(Models.Chat)), or name it in the options (options.Chains.Add(Models.Chat)).");
        }

        Cooldowns = options.Cooldowns ?? services.GetService<ICooldowns>() ?? throw new InvalidOperationException(
            "FailScope has no memory between turns to show. Call builder.Services.AddFailScopeCooldowns(), register an ICooldowns of your own, or set options.Cooldowns.");
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _maxTenants = options.MaxTenants;
    }

    internal ICooldowns Cooldowns { get; }

    /// <summary>Creates a report of the current state.</summary>
    /// <param name="tenant">The tenant of the report; null for requests without a tenant, with a list of the tenants.</param>
    internal StatusReport Read(string? tenant)
    {
        MemorySummary memory = MemorySummary.Of(Cooldowns, tenant, MaxCooldowns, _maxTenants);
        ChainReport[] chains = ReadChains(tenant);
        TenantReport[] listed = Array.ConvertAll(memory.Tenants.ToArray(), known => ReadTenant(known.Tenant, known.Cooldowns));
        HealthStatus status = Worst(chains.Select(chain => chain.Status));
        return new StatusReport(
            _time.GetUtcNow(),
            tenant,

            // The empty account of one tenant says nothing about the others, so it never makes the whole application unhealthy.
            status == HealthStatus.Healthy && Worst(listed.Select(known => known.Status)) != HealthStatus.Healthy ? HealthStatus.Degraded : status,
            chains,
            Array.ConvertAll(memory.Own.ToArray(), Report),
            memory.Own.NotKept,
            listed,
            memory.Tenants.NotKept);
    }

    private static HealthStatus Worst(IEnumerable<HealthStatus> statuses) => statuses.DefaultIfEmpty(HealthStatus.Healthy).Min();

    private ChainReport[] ReadChains(string? tenant) => Array.ConvertAll(_chains, chain => Report(chain, Cooldowns.GetEntries(chain, tenant)));

    private TenantReport ReadTenant(string tenant, int cooldowns)
    {
        ChainReport[] chains = ReadChains(tenant);
        return new TenantReport(tenant, Worst(chains.Select(chain => chain.Status)), cooldowns, [.. chains
            .Where(chain => chain.Status != HealthStatus.Healthy)
            .Select(chain => new TenantChainReport(chain.Name, chain.Status, chain.Alive, chain.Models.Count))]);
    }

    private ChainReport Report(FallbackChain chain, IReadOnlyList<CooldownEntry> entries)
    {
        ModelReport[] models = [.. chain.Models.Select(model => Report(model, [.. entries.Where(entry => entry.Retires(model))]))];
        int alive = models.Count(model => model.IsAlive);
        HealthStatus status = alive == models.Length ? HealthStatus.Healthy : alive > 0 ? HealthStatus.Degraded : HealthStatus.Unhealthy;
        return new ChainReport(chain.Name, status, status == HealthStatus.Unhealthy ? models.Min(model => model.RetiredUntil) : null, models);
    }

    // The entries are ordered by length, longest first.
    private ModelReport Report(Model model, CooldownEntry[] entries)
    {
        ModelState state = entries.Select(entry => StateOf(entry.State)).DefaultIfEmpty(ModelState.Alive).Max();
        CooldownEntry? decisive = entries.FirstOrDefault(entry => StateOf(entry.State) == state);
        return new ModelReport(
            model.Name,
            SafeText.Make(model.Id, MaxText),
            model.Provider.Name,
            model.Account.Name,
            model.Credential.Name,
            model.IsFree,
            state,
            [.. entries.Where(entry => entry.State != CooldownState.Due).Select(entry => entry.Scope.Value).Distinct()],
            state is ModelState.Cooling or ModelState.Probing ? decisive?.Until : null)
        {
            DecidedBy = decisive is null ? null : Report(decisive),
        };
    }

    private CooldownReport Report(CooldownEntry entry)
    {
        Model[] retired = [.. _chains.SelectMany(chain => chain.Models).Distinct().Where(entry.Retires)];
        Model? failed = Array.Find(retired, model => model.ModelScope == entry.ReportedBy) ?? retired.FirstOrDefault();
        return new CooldownReport(
            entry.Scope.Value,
            entry.Scope.Kind,
            entry.Tenant,
            entry.IsForAllTenants,
            entry.IncludesFree,
            entry.State,
            entry.Cause,
            entry.Evidence is null ? null : SafeText.Make(entry.Evidence, MaxText),
            entry.ReportedBy.Value,
            entry.Since,
            entry.Until,
            entry.FailedProbes,
            failed is null ? null : RemedyFor(entry.Cause, failed),
            [.. retired.Select(model => model.Name)]);
    }

    // A remedy may contain the id of the model. It is left out if the id looks like a key.
    private static string? RemedyFor(FailureKind cause, Model model) =>
        SafeText.Make(model.Id, MaxText) == model.Id ? Remedy.For(cause, model) : null;

    // CS8524 concerns undefined values.
#pragma warning disable CS8524
    private static ModelState StateOf(CooldownState state) => state switch
    {
        CooldownState.Cooling => ModelState.Cooling,
        CooldownState.Due => ModelState.Due,
        CooldownState.Probing => ModelState.Probing,
    };
#pragma warning restore CS8524
}
