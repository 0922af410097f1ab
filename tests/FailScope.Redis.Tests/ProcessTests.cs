namespace FailScope.Redis.Tests;

/// <summary>
/// A fleet of three processes when a cool-down expires, with thousands of requests waiting in each process. <c>FailScope_Rounds</c>
/// sets the number of rounds; the default is one.
/// </summary>
public sealed class ProcessTests
{
    private const int Requests = 10_000;

    [Fact]
    public async Task Three_processes_send_one_probe_when_a_cool_down_expires()
    {
        for (int round = 0; round < Setting.Rounds; round++)
        {
            using var server = new GarnetTestServer();
            server.Start();
            long[] probes = await RunAsync(server, isStopped: false);
            Assert.Equal(1, probes.Sum());
        }
    }

    [Fact]
    public async Task Without_a_server_each_process_sends_at_most_one_probe()
    {
        for (int round = 0; round < Setting.Rounds; round++)
        {
            using var server = new GarnetTestServer();
            server.Start();
            long[] probes = await RunAsync(server, isStopped: true);
            Assert.All(probes, count => Assert.InRange(count, 0, 1));
            Assert.InRange(probes.Sum(), 1, probes.Length);
        }
    }

    /// <summary>The number of requests of each process that were allowed to probe.</summary>
    private static async Task<long[]> RunAsync(GarnetTestServer server, bool isStopped)
    {
        WorkerProcess[] workers = await WorkerProcess.StartAsync(3, server, TimeSpan.FromSeconds(4));
        try
        {
            await workers[0].TellAsync("fail");
            await AllAsync(workers, async worker => (await worker.TellAsync("state")).StartsWith("cooling", StringComparison.Ordinal), "all know it");
            foreach (WorkerProcess worker in workers)
            {
                await worker.TellAsync($"burst {Requests}");
            }

            if (isStopped)
            {
                server.Stop();
            }

            await AllAsync(workers, async worker => (await worker.CountAsync("begun")).First >= Requests, "the requests have come");
            await Wait.UntilAsync(async () => (await CountAsync(workers)).Any(counts => counts.Probes > 0), "one of the processes probes");

            // No process may send another probe.
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            (long Requests, long Probes)[] counts = await CountAsync(workers);
            TestContext.Current.TestOutputHelper?.WriteLine($"requests and probes of each process: {string.Join(", ", counts)}");
            return [.. counts.Select(count => count.Probes)];
        }
        finally
        {
            Array.ForEach(workers, worker => worker.Dispose());
        }
    }

    private static Task<(long Requests, long Probes)[]> CountAsync(WorkerProcess[] workers) => Task.WhenAll(workers.Select(worker => worker.CountAsync("begun")));

    private static Task AllAsync(WorkerProcess[] workers, Func<WorkerProcess, Task<bool>> condition, string what) =>
        Wait.UntilAsync(async () => (await Task.WhenAll(workers.Select(condition))).All(met => met), what);
}
