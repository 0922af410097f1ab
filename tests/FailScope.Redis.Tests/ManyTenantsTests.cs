using StackExchange.Redis.Profiling;

namespace FailScope.Redis.Tests;

/// <summary>Thousands of tenants whose cool-downs expire at the same moment.</summary>
public sealed class ManyTenantsTests
{
    private const int Tenants = 2_000;

    [Theory]
    [InlineData(ServerKind.Garnet)]
    [InlineData(ServerKind.Redis)]
    public async Task Two_thousand_tenants_are_each_probed_by_one_process_that_does_not_reload_the_memory_for_each(ServerKind kind)
    {
        using TestServer server = TestServer.Start(kind);
        await using FleetNode first = await StartAsync(server);
        await using FleetNode second = await StartAsync(server);
        FleetNode[] nodes = [first, second];
        DateTimeOffset until = DateTimeOffset.UtcNow.AddSeconds(5);
        for (int i = 0; i < Tenants; i++)
        {
            first.Fail(new Failure(FailureKind.CreditExhausted) { ResetsAt = until }, $"tenant {i}");
        }

        await Wait.UntilAsync(() => second.Store.EnumerateEntries().Count() == Tenants, "both know it");
        var commands = new ProfilingSession();
        first.Multiplexer.RegisterProfiler(() => commands);
        second.Multiplexer.RegisterProfiler(() => commands);

        var probes = new Dictionary<string, FleetNode>();
        await Wait.UntilAsync(() => Ask(nodes, probes) == Tenants, "each tenant is probed");

        // No second probe starts while the first ones are still running.
        for (int i = 0; i < 20; i++)
        {
            Ask(nodes, probes);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        string[] sent = [.. commands.FinishProfiling().Select(command => command.Command)];
        int loads = sent.Count(command => command == "ZRANGEBYSCORE" || command == "ZRANGE");
        TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(", ", nodes.Select(node => probes.Values.Count(prober => prober == node)))} probes; {string.Join(", ", sent.CountBy(command => command))}");
        Assert.InRange(loads, 0, 20);
    }

    [Theory]
    [InlineData(ServerKind.Garnet)]
    [InlineData(ServerKind.Redis)]
    public async Task A_process_that_missed_the_result_of_a_probe_loads_it_before_it_probes(ServerKind kind)
    {
        using TestServer server = TestServer.Start(kind);
        await using FleetNode first = await StartAsync(server);
        await using FleetNode second = await StartAsync(server);
        first.Fail(new Failure(FailureKind.CreditExhausted) { ResetsAt = DateTimeOffset.UtcNow.AddSeconds(3) });
        await Wait.UntilAsync(() => second.IsLargeCooling, "both know it");
        await second.Multiplexer.GetSubscriber().UnsubscribeAllAsync();

        CooldownAttempt? probe = null;
        await Wait.UntilAsync(() => (probe ??= first.Begin()) is not null, "the first process probes");
        first.Store.Answered(probe!.Value);
        CooldownAttempt? next = null;
        await Wait.UntilAsync(() => (next ??= second.Begin()) is not null, "the second process calls the model again");
        Assert.False(next!.Value.IsProbe);
        Assert.Empty(second.Store.GetEntries());
    }

    private static int Ask(FleetNode[] nodes, Dictionary<string, FleetNode> probes)
    {
        for (int i = 0; i < Tenants; i++)
        {
            string tenant = $"tenant {i}";
            foreach (FleetNode node in nodes)
            {
                if (node.Begin(tenant) is { } attempt)
                {
                    Assert.True(attempt.IsProbe);
                    Assert.True(probes.TryAdd(tenant, node), $"{tenant} was probed twice.");
                }
            }
        }

        return probes.Count;
    }

    private static Task<FleetNode> StartAsync(TestServer server) => FleetNode.StartAsync(server, sharing: options => options.SyncInterval = TimeSpan.FromHours(1));
}
