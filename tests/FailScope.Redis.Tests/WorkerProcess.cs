using System.Diagnostics;
using System.Globalization;

namespace FailScope.Redis.Tests;

/// <summary>A process of a fleet: <c>FailScope.Redis.Worker</c>, which replies to each line of its input.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // Longer than anything takes, unless it hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The path of the worker: that of this test project, with the other project's name.</summary>
    internal static string Program { get; } = Path.Combine(
        Path.GetFullPath(AppContext.BaseDirectory).Replace("FailScope.Redis.Tests", "FailScope.Redis.Worker", StringComparison.Ordinal), "FailScope.Redis.Worker.dll");

    internal static WorkerProcess Start(TestServer server, TimeSpan cooldown)
    {
        string[] arguments = [Program, "node", server.Endpoint, cooldown.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)];
        return new WorkerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    /// <summary>Starts several processes and waits until all of them run.</summary>
    internal static async Task<WorkerProcess[]> StartAsync(int count, TestServer server, TimeSpan cooldown)
    {
        WorkerProcess[] workers = [.. Enumerable.Range(0, count).Select(_ => Start(server, cooldown))];
        try
        {
            await Task.WhenAll(workers.Select(worker => worker.TellAsync("state")));
            return workers;
        }
        catch
        {
            Array.ForEach(workers, worker => worker.Dispose());
            throw;
        }
    }

    /// <summary>Sends a line and returns the reply.</summary>
    internal async Task<string> TellAsync(string line)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), limit.Token);
        await _process.StandardInput.FlushAsync(limit.Token);
        string? answer = await _process.StandardOutput.ReadLineAsync(limit.Token);
        Assert.True(answer is not null, "The process ended. See its error output for the cause.");
        return answer;
    }

    /// <summary>Sends a line whose reply is two numbers.</summary>
    internal async Task<(long First, long Second)> CountAsync(string line)
    {
        string[] numbers = (await TellAsync(line)).Split(' ');
        return (long.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
