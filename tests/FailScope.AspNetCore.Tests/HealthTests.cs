using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.AspNetCore.Tests;

public sealed class HealthTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(StatusApp.Noon);
    private readonly Cooldowns _cooldowns;
    private ServiceProvider? _services;

    public HealthTests() => _cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = _clock, ProbeJitter = 0 });

    public void Dispose() => _services?.Dispose();

    [Fact]
    public async Task The_status_is_healthy_while_every_model_is_alive()
    {
        HealthReportEntry entry = await CheckAsync();
        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("Chat: all 4 models are alive. Summaries: all 2 models are alive.", entry.Description);
    }

    [Fact]
    public async Task The_status_is_degraded_while_a_model_cools_and_names_the_scope_and_its_end()
    {
        Fail(Models.Sonnet, FailureKind.CreditExhausted, TimeSpan.FromMinutes(30));
        HealthReportEntry entry = await CheckAsync();
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(
            "Chat: 2 of 4 models are alive. Summaries: 1 of 2 models is alive. Credit of account Acme is retired until 2026-08-01T12:30:00Z (credit exhausted).",
            entry.Description);
    }

    [Fact]
    public async Task The_status_is_unhealthy_when_a_chain_has_no_model_alive()
    {
        Fail(Models.Haiku, FailureKind.CreditExhausted);
        Fail(Models.LlamaFree, FailureKind.FreeQuotaExhausted);
        HealthReportEntry entry = await CheckAsync();
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("Summaries: none of 2 models is alive.", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_can_cover_one_chain_and_report_degraded_at_worst()
    {
        Fail(Models.Haiku, FailureKind.CreditExhausted);
        Fail(Models.LlamaFree, FailureKind.FreeQuotaExhausted);
        HealthReportEntry entry = await CheckAsync(checks => checks.AddFailScope("summaries", options => options.Chains.Add(Models.Summaries), HealthStatus.Degraded, ["llm"]));
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(["llm"], entry.Tags);
        Assert.DoesNotContain("Chat", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_in_the_options_includes_all_its_chains()
    {
        HealthReportEntry entry = await CheckAsync(checks => checks.AddFailScope(configure: options => options.Catalogs.Add(Models.Catalog)));
        Assert.StartsWith("Chat: all 4 models are alive. Summaries:", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tenants_empty_account_makes_the_status_degraded_but_never_unhealthy()
    {
        _cooldowns.Fail(Models.Haiku, new Failure(FailureKind.CreditExhausted), "acme");
        _cooldowns.Fail(Models.LlamaFree, new Failure(FailureKind.AuthenticationFailed), "acme");
        HealthReportEntry entry = await CheckAsync();
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("1 listed tenant has fewer models.", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_is_healthy_again_when_the_cool_down_has_expired()
    {
        Fail(Models.Sonnet, FailureKind.CreditExhausted, TimeSpan.FromMinutes(30));
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Any_json_serializer_writes_the_data_with_the_names_of_the_status_page()
    {
        Fail(Models.Sonnet, FailureKind.CreditExhausted);
        HealthReportEntry entry = await CheckAsync();
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(entry.Data));
        Assert.Equal("Degraded", json.RootElement.GetProperty("chains")[0].GetProperty("status").GetString());
        Assert.Equal(Models.Acme.CreditScope.Value, json.RootElement.GetProperty("cooldowns")[0].GetProperty("scope").GetString());
        Assert.Contains("\"name\":\"Sonnet\"", entry.Data["chains"].ToString(), StringComparison.Ordinal);
    }

    /// <summary>The report says the same about each model as <see cref="CooldownExtensions.GetAliveModels"/>.</summary>
    [Fact]
    public void The_report_agrees_with_the_memory_after_any_failures()
    {
        FailureKind[] kinds = Enum.GetValues<FailureKind>();
        Gen.Select(Gen.Int[0, Models.Catalog.Models.Count - 1].Select(index => Models.Catalog.Models[index]), Gen.Int[0, kinds.Length - 1].Select(index => kinds[index]), Gen.Int[0, 90]).Array[0, 12].Sample(
            failures =>
            {
                var clock = new FakeTimeProvider(StatusApp.Noon);
                var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock });
                foreach ((Model model, FailureKind kind, int minutes) in failures)
                {
                    cooldowns.Fail(model, new Failure(kind) { RetryAfter = TimeSpan.FromMinutes(minutes + 1) });
                    clock.Advance(TimeSpan.FromMinutes(minutes / 3));
                }

                using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
                var options = new FailScopeStatusOptions { Cooldowns = cooldowns };
                options.Catalogs.Add(Models.Catalog);
                StatusReport report = new StatusReader(services, options).Read(null);
                foreach ((FallbackChain chain, ChainReport said) in Models.Catalog.Chains.Zip(report.Chains))
                {
                    string[] alive = [.. cooldowns.GetAliveModels(chain).Select(model => model.Name)];
                    Assert.Equal(alive, said.Models.Where(model => model.IsAlive).Select(model => model.Name));
                    Assert.Equal(alive.Length == 0 ? HealthStatus.Unhealthy : alive.Length < chain.Models.Count ? HealthStatus.Degraded : HealthStatus.Healthy, said.Status);
                }
            },
            iter: Iterations.Or(5_000));
    }

    private void Fail(Model model, FailureKind kind, TimeSpan? retryAfter = null) => _cooldowns.Fail(model, new Failure(kind) { RetryAfter = retryAfter });

    private async Task<HealthReportEntry> CheckAsync(Action<IHealthChecksBuilder>? add = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock).AddSingleton<ICooldowns>(_cooldowns).AddSingleton(Models.Chat).AddSingleton(Models.Summaries);
        IHealthChecksBuilder checks = services.AddHealthChecks();
        (add ?? (builder => builder.AddFailScope()))(checks);
        _services = services.BuildServiceProvider();
        HealthReport report = await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return Assert.Single(report.Entries).Value;
    }
}
