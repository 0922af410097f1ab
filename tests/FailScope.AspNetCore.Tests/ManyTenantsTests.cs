using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.AspNetCore.Tests;

/// <summary>The memory of many tenants is read in one pass, without a lock, and counted correctly.</summary>
public sealed class ManyTenantsTests
{
    [Fact]
    public async Task Ten_thousand_tenants_are_counted_and_those_with_the_most_cool_downs_are_listed()
    {
        await using StatusApp app = await StatusApp.StartAsync(options => options.MaxTenants = 3);
        for (int i = 0; i < 10_000; i++)
        {
            app.Fail(Models.Haiku, FailureKind.CreditExhausted, $"tenant {i}", TimeSpan.FromMinutes(i < 4_000 ? 10 : 30));
        }

        foreach (string tenant in (string[])["tenant 5000", "tenant 7777"])
        {
            app.Fail(Models.LlamaFree, FailureKind.FreeQuotaExhausted, tenant);
        }

        app.Fail(Models.GptOss, FailureKind.AuthenticationFailed);
        StatusReport report = Read(app.Cooldowns, maxTenants: 3);
        Assert.Equal([("tenant 5000", 2), ("tenant 7777", 2), ("tenant 0", 1)], report.Tenants.Select(tenant => (tenant.Tenant, tenant.Cooldowns)));
        Assert.Equal(9_997, report.TenantsNotListed);
        Assert.Single(report.Cooldowns);
        Assert.Contains("3 of 10000 tenants are listed", await app.GetAsync(), StringComparison.Ordinal);

        // Expired cool-downs no longer count.
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        report = Read(app.Cooldowns, maxTenants: 20);
        Assert.Equal(6_000, report.Tenants.Count + report.TenantsNotListed);
        Assert.Equal("tenant 10", Read(app.Cooldowns, maxTenants: 20, "tenant 10").Tenant);
        Assert.Equal(0, Read(app.Cooldowns, maxTenants: 20, "tenant 10").TenantsNotListed);
    }

    [Fact]
    public void A_pass_lists_and_counts_what_sorting_everything_lists_and_counts() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 6], Gen.Int[0, Models.Catalog.Models.Count - 1], Gen.Int[0, 4], Gen.Int[1, 5]).Array[0, 40], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 7])
            .Sample(
                (failures, maxCooldowns, maxTenants, about) =>
                {
                    var clock = new FakeTimeProvider(StatusApp.Noon);
                    var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock, ProbeJitter = 0 });
                    FailureKind[] kinds = [FailureKind.CreditExhausted, FailureKind.RateLimited, FailureKind.AuthenticationFailed, FailureKind.ProviderUnreachable, FailureKind.FreeQuotaExhausted];
                    foreach ((int tenant, int model, int kind, int minutes) in failures)
                    {
                        cooldowns.Fail(Models.Catalog.Models[model], new Failure(kinds[kind]) { RetryAfter = TimeSpan.FromMinutes(minutes) }, NameOf(tenant));
                        clock.Advance(TimeSpan.FromSeconds(10));
                    }

                    string? own = NameOf(about);
                    MemorySummary summary = MemorySummary.Of(cooldowns, own, maxCooldowns, maxTenants);
                    CooldownEntry[] all = [.. cooldowns.GetEntries()];
                    CooldownEntry[] ofOwn = [.. all
                        .Where(entry => entry.Tenant == own || entry.IsForAllTenants)
                        .OrderBy(entry => entry.State == CooldownState.Due ? 1 : 0)
                        .ThenBy(entry => -entry.Until!.Value.UtcTicks)
                        .ThenBy(entry => entry.Scope.Value, StringComparer.Ordinal)];
                    Assert.Equal(ofOwn.Take(maxCooldowns).Select(entry => entry.ToString()), summary.Own.ToArray().Select(entry => entry.ToString()));
                    Assert.Equal(Math.Max(0, ofOwn.Length - maxCooldowns), summary.Own.NotKept);

                    (string, int)[] tenants = own is not null ? [] : [.. all
                        .Where(entry => entry.Tenant is not null && entry.State != CooldownState.Due)
                        .GroupBy(entry => entry.Tenant!)
                        .Select(group => (group.Key, group.Count()))
                        .OrderBy(pair => -pair.Item2)
                        .ThenBy(pair => pair.Key, StringComparer.Ordinal)];
                    Assert.Equal(tenants.Take(maxTenants), summary.Tenants.ToArray());
                    Assert.Equal(Math.Max(0, tenants.Length - maxTenants), summary.Tenants.NotKept);
                },
                iter: Iterations.Or(2_000));

    [Fact]
    public async Task A_health_poll_does_not_wait_for_a_request_that_writes()
    {
        var clock = new HoldingClock(StatusApp.Noon);
        var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock });
        cooldowns.Fail(Models.Haiku, new Failure(FailureKind.CreditExhausted), "red");
        using ServiceProvider services = new ServiceCollection()
            .AddLogging().AddSingleton<ICooldowns>(cooldowns).AddSingleton(Models.Chat).AddHealthChecks().AddFailScope().Services.BuildServiceProvider();
        await clock.WhileHeldUpAsync(() => cooldowns.Reset(Models.Acme.CreditScope, "blue"), async () =>
        {
            HealthReport report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
            Assert.Equal(HealthStatus.Degraded, report.Status);
        });
    }

    private static string? NameOf(int tenant) => tenant == 0 ? null : $"tenant {tenant}";

    private static StatusReport Read(Cooldowns cooldowns, int maxTenants, string? tenant = null)
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        var options = new FailScopeStatusOptions { Cooldowns = cooldowns, MaxTenants = maxTenants };
        options.Catalogs.Add(Models.Catalog);
        return new StatusReader(services, options).Read(tenant);
    }
}
