using System.Diagnostics;
using System.Globalization;

namespace FailScope.Redis.Tests.Soak;

/// <summary>
/// Turns at three nodes with a shared memory, while the server is killed and restarted every two seconds. <c>FailScope_Turns</c> sets
/// the minimum number of turns: 20,000 by default, 1,000,000 for the full test.
/// </summary>
[Collection(nameof(SoakCollection))]
public sealed class SoakTests
{
    private const int Nodes = 3;
    private const int AtOnce = 8;
    private const int Parts = 5;
    private const int FewestRestarts = 2;
    private const long MostGrowth = 4 * 1024 * 1024;

    private static readonly TimeSpan BetweenRestarts = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task No_restart_of_the_server_loses_a_turn_or_allows_a_forbidden_call()
    {
        using TestServer server = TestServer.Start(TestServerProcess.IsInstalled("redis-server") ? ServerKind.Redis : ServerKind.GarnetProcess);
        var ledger = new Ledger();
        SoakNode[] nodes = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => SoakNode.StartAsync(server, ledger)));
        try
        {
            await SoakAsync(server, nodes, ledger);
            await AssertThatNothingLearnedIsLostAsync(server, nodes);
        }
        finally
        {
            foreach (SoakNode node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    private static async Task SoakAsync(TestServer server, SoakNode[] nodes, Ledger ledger)
    {
        var clock = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        int restarts = 0;
        Task restarting = Task.Run(RestartAsync);
        long next = 0;
        long settled = 0;
        for (int part = 1; part <= Parts; part++)
        {
            long end = Setting.Turns * part / Parts;
            int fewestRestarts = part == Parts ? FewestRestarts : 0;
            await Task.WhenAll(nodes.SelectMany(node => Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => WorkAsync(node, end, fewestRestarts)))));
            long memory = GC.GetTotalMemory(forceFullCollection: true);
            Say($"{20 * part} %: {ledger.Ended:N0} turns in {clock.Elapsed.TotalSeconds:N0} s, {restarts} restarts, {memory / 1024:N0} KiB managed after a full collection.");
            settled = part == 1 ? memory : settled;
            Assert.InRange(memory, 0, settled + MostGrowth);
        }

        await stop.CancelAsync();
        await restarting;
        Say($"{ledger.Held:N0} turns began while something was cooling. Calls that failed: {ledger.Failures:N0}, without memory {ledger.FailuresWithoutMemory:N0}.");
        Assert.Empty(ledger.Complaints);
        Assert.Equal(ledger.Begun, ledger.Ended);
        Assert.True(ledger.Ended >= Setting.Turns);
        Assert.True(ledger.Held > ledger.Begun / 10, "Too few models were cooling down for a meaningful result.");
        Assert.True(ledger.Failures < ledger.FailuresWithoutMemory / 2, "The memory avoids too few failing calls.");

        async Task WorkAsync(SoakNode node, long end, int fewestRestarts)
        {
            while (Interlocked.Increment(ref next) is long number && (number <= end || Volatile.Read(ref restarts) < fewestRestarts))
            {
                await node.PlayAsync(number);
                await Task.Delay(1);
            }

            Interlocked.Decrement(ref next);
        }

        async Task RestartAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(BetweenRestarts);
                server.Stop();
                await Task.Delay(200);
                server.Start();
                Interlocked.Increment(ref restarts);
            }
        }
    }

    // What two nodes remember while the server is down is known to all when it is back.
    private static async Task AssertThatNothingLearnedIsLostAsync(TestServer server, SoakNode[] nodes)
    {
        const string Tenant = "last";
        server.Stop();
        await LearnAsync(nodes[0], Market.Large, FailureKind.CreditExhausted);
        await LearnAsync(nodes[1], Market.DirectA, FailureKind.AuthenticationFailed);
        server.Start();
        await Wait.UntilAsync(
            () => Array.TrueForAll(nodes, node => node.IsSharing && node.Store.GetEntries().Count(entry => entry.Tenant == Tenant) == 2),
            "all nodes know what two of them learned");

        static Task LearnAsync(SoakNode node, Model model, FailureKind kind) => Wait.UntilAsync(
            () =>
            {
                FallbackState state = Market.Catalog.CreateChain(model.Name, nameof(Market.Rest)).Start(node.Store, Tenant);
                if (!node.Store.TryBegin(ref state, out CooldownAttempt attempt, Tenant) || attempt.Model != model)
                {
                    return false;
                }

                node.Store.Failed(attempt, new Failure(kind) { RetryAfter = TimeSpan.FromHours(1) });
                return true;
            },
            $"{model.Name} may be called");
    }

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
