namespace FailScope.Redis.Tests;

/// <summary>What one process remembers is known to the others: with Garnet, and with Redis and Valkey if installed.</summary>
public sealed class SharingTests
{
    [Theory]
    [InlineData(ServerKind.Garnet)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task Failures_of_one_process_reach_the_others_and_a_new_one(ServerKind kind)
    {
        using TestServer server = TestServer.Start(kind);
        await using FleetNode first = await FleetNode.StartAsync(server);
        await using FleetNode second = await FleetNode.StartAsync(server);
        await Wait.UntilAsync(() => first.Sharing.IsSharing && second.Sharing.IsSharing, "both share");

        first.Fail(FailureKind.CreditExhausted);
        await Wait.UntilAsync(() => second.IsLargeCooling, "the second process passes the model over");
        Assert.Null(second.Begin());

        await using FleetNode newcomer = await FleetNode.StartAsync(server);
        await Wait.UntilAsync(() => newcomer.IsLargeCooling, "the newcomer has loaded it");

        second.Store.Reset(Shop.Main.CreditScope);
        await Wait.UntilAsync(() => !first.IsLargeCooling && !newcomer.IsLargeCooling, "the reset reaches all");
    }

    [Theory]
    [InlineData(ServerKind.Garnet)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task Processes_with_clocks_minutes_apart_agree_on_deadlines(ServerKind kind)
    {
        using TestServer server = TestServer.Start(kind);
        await using FleetNode right = await FleetNode.StartAsync(server);
        await using FleetNode late = await FleetNode.StartAsync(server, TimeSpan.FromMinutes(-7));
        await using FleetNode early = await FleetNode.StartAsync(server, TimeSpan.FromMinutes(11));

        late.Fail(FailureKind.CreditExhausted);
        await Wait.UntilAsync(() => right.IsLargeCooling && early.IsLargeCooling, "all know it");
        DateTimeOffset until = Until(right);
        Assert.InRange((Until(late) - until).TotalMinutes, -7.1, -6.9);
        Assert.InRange((Until(early) - until).TotalMinutes, 10.9, 11.1);

        early.Store.Reset(Shop.Main.CreditScope);
        await Wait.UntilAsync(() => !right.IsLargeCooling && !late.IsLargeCooling, "the reset of the early clock reaches all");
        right.Fail(FailureKind.CreditExhausted);
        await Wait.UntilAsync(() => early.IsLargeCooling && late.IsLargeCooling, "a failure after the reset counts");
    }

    [Theory]
    [InlineData(ServerKind.Garnet)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task A_flushed_server_is_refilled_from_memory(ServerKind kind)
    {
        using TestServer server = TestServer.Start(kind);
        await using FleetNode first = await FleetNode.StartAsync(server);
        first.Fail(FailureKind.CreditExhausted);
        await Wait.UntilAsync(() => StoredCount(first) == 1, "the change is stored");
        await first.Multiplexer.GetDatabase().ExecuteAsync("FLUSHALL");
        await Wait.UntilAsync(() => StoredCount(first) == 1, "the change is stored again");
        await using FleetNode newcomer = await FleetNode.StartAsync(server);
        await Wait.UntilAsync(() => newcomer.IsLargeCooling, "the newcomer has loaded it");
    }

    [Theory]
    [InlineData(ServerKind.Garnet)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task When_a_cool_down_expires_one_request_of_the_whole_fleet_probes(ServerKind kind)
    {
        using TestServer server = TestServer.Start(kind);
        var nodes = new List<FleetNode>();
        for (int i = 0; i < 3; i++)
        {
            nodes.Add(await FleetNode.StartAsync(server, options: new CooldownOptions().Set(FailureKind.CreditExhausted, new CooldownPolicy { Duration = TimeSpan.FromSeconds(3) })));
        }

        nodes[0].Fail(FailureKind.CreditExhausted);
        await Wait.UntilAsync(() => nodes.TrueForAll(node => node.IsLargeCooling), "all know it");
        var probes = new List<CooldownAttempt>();
        await Wait.UntilAsync(() => Ask(nodes, probes), "one probes");

        // This also holds after it has reported that the account is still without credit.
        for (int i = 0; i < 50; i++)
        {
            Ask(nodes, probes);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Single(probes);
        foreach (FleetNode node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    private static bool Ask(List<FleetNode> nodes, List<CooldownAttempt> probes)
    {
        foreach (FleetNode node in nodes)
        {
            for (int request = 0; request < 20; request++)
            {
                if (node.Begin() is { } attempt)
                {
                    probes.Add(attempt);
                }
            }
        }

        return probes.Count > 0;
    }

    private static DateTimeOffset Until(FleetNode node) => node.Store.GetEntries().Max(entry => entry.Until!.Value);

    private static long StoredCount(FleetNode node) => node.Multiplexer.GetDatabase().SortedSetLength("failscope:cooldowns");
}
