using System.Diagnostics;
using System.Globalization;
using FailScope.Samples.Catalog;
using Garnet;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace FailScope.Samples.Tests;

/// <summary>Two processes of the worker service, against fake providers and a Garnet server in this process.</summary>
public sealed class FleetTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly int _port = LoopbackPort.Find();
    private readonly List<Process> _workers = [];
    private GarnetServer? _server;

    [Fact]
    public async Task A_failure_in_one_process_is_known_to_the_other_even_after_the_server_stops()
    {
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));
        _server = new GarnetServer(["--port", $"{_port}", "--bind", "127.0.0.1", "--memory", "64m", "--index", "1m", "-q"], NullLoggerFactory.Instance);
        _server.Start();

        Process first = Start();
        Assert.Equal($"{Models.GptOssFree.Id}: For free.", await AskAsync(first));
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree);
        await WaitUntilStoredAsync();

        // A new process loads the fleet's memory before its first request.
        Process second = Start();
        Assert.Equal($"{Models.GptOssFree.Id}: For free.", await AskAsync(second));
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree, Models.GptOssFree);

        StopServer();
        await AskAsync(first);
        await AskAsync(second);
        Assert.Single(_upstream.Calls, call => call.Model == Models.Sonnet);
    }

    [Fact]
    public async Task A_process_starts_and_answers_without_a_server()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Alone."));
        Assert.Equal($"{Models.Sonnet.Id}: Alone.", await AskAsync(Start()));
    }

    public void Dispose()
    {
        foreach (Process worker in _workers)
        {
            worker.Kill();
            worker.WaitForExit();
            worker.Dispose();
        }

        StopServer();
        _upstream.Dispose();
    }

    private Process Start()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FailScope.Samples.Fleet.dll");
        var startInfo = new ProcessStartInfo("dotnet", [program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        startInfo.Environment["Fleet__Server"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");
        foreach ((string name, string? value) in _upstream.ToConfiguration())
        {
            startInfo.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        Process worker = Process.Start(startInfo)!;
        _workers.Add(worker);
        return worker;
    }

    private static async Task<string?> AskAsync(Process worker)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Test);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await worker.StandardInput.WriteLineAsync("Who answers?".AsMemory(), limit.Token);
        await worker.StandardInput.FlushAsync(limit.Token);
        return await worker.StandardOutput.ReadLineAsync(limit.Token);
    }

    private async Task WaitUntilStoredAsync()
    {
        await using ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}"));
        long limit = Environment.TickCount64 + 60_000;
        while (await multiplexer.GetDatabase().SortedSetLengthAsync("failscope:cooldowns") == 0)
        {
            Assert.True(Environment.TickCount64 < limit, "What the process learned is not on the server after a minute.");
            await Task.Delay(20, Test);
        }
    }

    private void StopServer()
    {
        _server?.Dispose();
        _server = null;
    }
}
