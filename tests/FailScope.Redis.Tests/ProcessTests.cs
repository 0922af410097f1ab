using System.Diagnostics;

namespace FailScope.Redis.Tests;

/// <summary>A fleet of three processes of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Three_processes_send_one_probe_when_a_cool_down_runs_out()
    {
        using var server = new GarnetTestServer();
        server.Start();
        List<string>[] said = await RunAsync(server, failEach: false);
        Assert.Equal(1, said.Sum(lines => lines.Count(line => line == "probe")));
    }

    [Fact]
    public async Task Without_a_server_each_process_sends_one_probe_at_most()
    {
        using var server = new GarnetTestServer();
        List<string>[] said = await RunAsync(server, failEach: true);
        Assert.All(said, lines => Assert.InRange(lines.Count(line => line == "probe"), 0, 1));
    }

    private static async Task<List<string>[]> RunAsync(TestServer server, bool failEach)
    {
        string bin = Path.GetFullPath(AppContext.BaseDirectory).Replace("FailScope.Redis.Tests", "FailScope.Redis.Worker", StringComparison.Ordinal);
        var said = new List<string>[3];
        var workers = new Process[3];
        try
        {
            for (int i = 0; i < workers.Length; i++)
            {
                List<string> lines = said[i] = [];
                workers[i] = Start(Path.Combine(bin, "FailScope.Redis.Worker.dll"), server.Endpoint, lines);
            }

            await AllSayAsync(said, "ready");
            for (int i = 0; i < workers.Length; i++)
            {
                if (failEach || i == 0)
                {
                    await workers[i].StandardInput.WriteLineAsync("fail");
                }

                await workers[i].StandardInput.WriteLineAsync("ask");
            }

            await AllSayAsync(said, "cooling");
            await Wait.UntilAsync(() => Array.Exists(said, lines => Has(lines, "probe")), "one of the processes probes");
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            foreach (Process worker in workers)
            {
                await worker.StandardInput.WriteLineAsync("stop");
            }

            await AllSayAsync(said, "asked");
            return said;
        }
        finally
        {
            foreach (Process worker in workers.OfType<Process>())
            {
                worker.Kill();
                worker.Dispose();
            }
        }
    }

    private static Task AllSayAsync(List<string>[] said, string word) =>
        Wait.UntilAsync(() => Array.TrueForAll(said, lines => Has(lines, word)), $"each process says '{word}'");

    private static bool Has(List<string> lines, string word)
    {
        lock (lines)
        {
            return lines.Exists(line => line.StartsWith(word, StringComparison.Ordinal));
        }
    }

    private static Process Start(string program, string endpoint, List<string> lines)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, endpoint]) { RedirectStandardInput = true, RedirectStandardOutput = true },
        };
        process.OutputDataReceived += (_, data) =>
        {
            lock (lines)
            {
                lines.Add(data.Data ?? "");
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.StandardInput.AutoFlush = true;
        return process;
    }
}
