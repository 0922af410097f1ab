namespace FailScope.Redis.Tests;

/// <summary>A server that is killed, paused or missing affects only the sharing.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(ServerKind.GarnetProcess)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task Failures_remembered_while_the_server_is_down_are_shared_when_it_is_back(ServerKind kind)
    {
        using var server = (TestServerProcess)TestServer.Start(kind);
        await using FleetNode first = await FleetNode.StartAsync(server);
        await using FleetNode second = await FleetNode.StartAsync(server);
        server.Stop();
        await Wait.UntilAsync(() => !first.Sharing.IsSharing && !second.Sharing.IsSharing, "both notice");

        first.Fail(FailureKind.CreditExhausted);
        Assert.True(first.IsLargeCooling);
        server.Start();
        await Wait.UntilAsync(() => second.IsLargeCooling, "the second process hears of it");
    }

    [Theory]
    [InlineData(ServerKind.GarnetProcess)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task A_paused_server_delays_no_request(ServerKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot pause a process.");
        using var server = (TestServerProcess)TestServer.Start(kind);
        await using FleetNode first = await FleetNode.StartAsync(server);
        await using FleetNode second = await FleetNode.StartAsync(server);
        server.Pause();
        first.Fail(FailureKind.CreditExhausted);
        Assert.Null(first.Begin());
        await Wait.UntilAsync(() => !first.Sharing.IsSharing, "the first process notices");
        server.Resume();
        await Wait.UntilAsync(() => second.IsLargeCooling, "the second process hears of it");
    }

    [Fact]
    public async Task A_process_that_starts_without_a_server_works_alone_and_joins_later()
    {
        using var server = new GarnetTestServer();
        await using FleetNode node = await FleetNode.StartAsync(
            server, options: new CooldownOptions().Set(FailureKind.CreditExhausted, new CooldownPolicy { Duration = TimeSpan.FromMilliseconds(1) }));
        Assert.False(node.Sharing.IsSharing);
        node.Fail(FailureKind.CreditExhausted);
        CooldownAttempt? probe = null;
        await Wait.UntilAsync(() => (probe ??= node.Begin()) is not null, "the process probes alone");
        Assert.Null(node.Begin());

        server.Start();
        await Wait.UntilAsync(() => node.Sharing.IsSharing, "it joins");
    }
}
