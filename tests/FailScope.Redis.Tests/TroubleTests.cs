using System.Diagnostics;

namespace FailScope.Redis.Tests;

/// <summary>
/// Three processes under load, and a server that is paused, killed, flushed and full. No request waits or throws, each process continues
/// with its own memory, and when the server is back they agree again. <c>FailScope_Rounds</c> sets how often all of this happens.
/// </summary>
public sealed class TroubleTests
{
    // Other programs use the machine too. If requests waited for the server, a process would make no progress at all.
    private const double LeastOfCalm = 0.05;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(700);

    [Theory]
    [InlineData(ServerKind.GarnetProcess)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.Valkey)]
    public async Task No_server_problem_delays_a_request_or_loses_a_remembered_failure(ServerKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot pause a process.");
        using var server = (TestServerProcess)TestServer.Start(kind);
        WorkerProcess[] workers = await WorkerProcess.StartAsync(3, server, TimeSpan.FromHours(1));
        try
        {
            await AllAreAsync(workers, "clear sharing", "all share");
            await Task.WhenAll(workers.Select(worker => worker.TellAsync("load")));
            for (int round = 0; round < Setting.Rounds; round++)
            {
                double[] calm = await RatesAsync(workers);
                foreach (Trouble trouble in Troubles(server, kind))
                {
                    await PlayAsync(trouble, workers, calm, round);
                }
            }

            (long, long Errors)[] counts = await Task.WhenAll(workers.Select(worker => worker.CountAsync("count")));
            Assert.All(counts, count => Assert.Equal(0, count.Errors));
        }
        finally
        {
            server.Resume();
            Array.ForEach(workers, worker => worker.Dispose());
        }
    }

    private static async Task PlayAsync(Trouble trouble, WorkerProcess[] workers, double[] calm, int round)
    {
        await trouble.Begin();

        // One process remembers something that it cannot share.
        WorkerProcess first = workers[round % workers.Length];
        await first.TellAsync("fail");
        Assert.StartsWith("cooling", await first.TellAsync("state"), StringComparison.Ordinal);
        double[] rates = await RatesAsync(workers);
        Say($"{trouble.Name}: requests per second of each process {string.Join(", ", rates.Select(rate => $"{rate:N0}"))}; before {string.Join(", ", calm.Select(rate => $"{rate:N0}"))}");
        Assert.All(rates.Zip(calm), pair => Assert.True(pair.First > LeastOfCalm * pair.Second, $"{trouble.Name}: {pair.First:N0} requests per second, {pair.Second:N0} before"));

        await trouble.End();
        await AllAreAsync(workers, "cooling sharing", $"{trouble.Name}: all know what one learned");
        await workers[(round + 1) % workers.Length].TellAsync("reset");
        await AllAreAsync(workers, "clear sharing", $"{trouble.Name}: the reset reaches all");
    }

    private static IEnumerable<Trouble> Troubles(TestServerProcess server, ServerKind kind)
    {
        yield return new Trouble("paused", () => Run(server.Pause), () => Run(server.Resume));
        yield return new Trouble("killed and started again", () => Run(server.Stop), () => Run(server.Start));
        yield return new Trouble("flushed", () => server.ExecuteAsync("FLUSHALL"), () => Task.CompletedTask);
        if (kind != ServerKind.GarnetProcess)
        {
            // Garnet does not support this limit.
            yield return new Trouble("full", () => server.ExecuteAsync("CONFIG", "SET", "maxmemory", "1"), () => server.ExecuteAsync("CONFIG", "SET", "maxmemory", "0"));
        }
    }

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static async Task<double[]> RatesAsync(WorkerProcess[] workers)
    {
        long started = Stopwatch.GetTimestamp();
        long[] before = await CountAsync();
        await Task.Delay(Window, TestContext.Current.CancellationToken);
        long[] after = await CountAsync();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return [.. after.Zip(before, (last, first) => (last - first) / seconds)];

        async Task<long[]> CountAsync() => [.. (await Task.WhenAll(workers.Select(worker => worker.CountAsync("count")))).Select(count => count.First)];
    }

    private static Task AllAreAsync(WorkerProcess[] workers, string state, string what) =>
        Wait.UntilAsync(async () => (await Task.WhenAll(workers.Select(worker => worker.TellAsync("state")))).All(actual => actual == state), what);

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private sealed record Trouble(string Name, Func<Task> Begin, Func<Task> End);
}
