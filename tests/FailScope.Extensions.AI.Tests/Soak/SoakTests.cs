using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>
/// Many concurrent turns over real connections that break, stall, are slow, or return errors as responses. <c>FailScope_Turns</c> sets the
/// number of turns: a few thousand by default, 1,000,000 for the full test. <c>FailScope_Seed</c> gives other faults.
/// </summary>
[Collection(nameof(SoakCollection))]
public sealed class SoakTests
{
    private const int AtOnce = 64;
    private const int Parts = 5;
    private const int MostGrowth = 4 * 1024 * 1024;

    // The official library has its own connection pool. It makes only one turn in fifty, so it has few connections.
    private const int MostIdle = AtOnce / 4;

    private static readonly long Turns = Setting("FailScope_Turns", 3_000);
    private static readonly int Seed = (int)Setting("FailScope_Seed", 1);

    // A turn that takes this long is lost, because nothing else takes that long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Each thread of the pool keeps buffers, and a starved pool adds threads for minutes. With a fixed number of threads, growing memory
    // means a leak.
    private static readonly int Threads = Math.Max(16, Environment.ProcessorCount);

    [Fact]
    public async Task No_turn_is_lost_or_answered_twice_and_nothing_leaks()
    {
        ThreadPool.GetMinThreads(out int fewest, out int fewestOfIO);
        ThreadPool.GetMaxThreads(out int most, out int mostOfIO);
        Assert.True(ThreadPool.SetMaxThreads(Threads, mostOfIO) && ThreadPool.SetMinThreads(Threads, fewestOfIO));
        try
        {
            await RunAsync();
        }
        finally
        {
            ThreadPool.SetMaxThreads(most, mostOfIO);
            ThreadPool.SetMinThreads(fewest, fewestOfIO);
        }
    }

    private static async Task RunAsync()
    {
        var clock = Stopwatch.StartNew();
        var ledger = new Ledger();
        await using var provider = new FaultyProvider();
        HttpClient http = null!;
        string key = "sk-" + new string('x', 40);
        using var light = new FallbackChatClient(Exchange.Chat, model => new WireChatClient(() => http, PositionOf(model), provider.AddressOf(PositionOf(model))), Options());
        using var official = new FallbackChatClient(Exchange.Chat, model => OpenAIModelClients.Create(model, key, provider.AddressOf(PositionOf(model))), Options());

        long next = 0;
        (long Memory, int Handles) settled = default;
        for (int part = 1; part <= Parts; part++)
        {
            long end = Turns * part / Parts;

            // The number of idle connections and their buffers depends on the load, so they are not counted.
            using (http = new HttpClient(new SocketsHttpHandler { UseProxy = false }))
            {
                Task[] workers = [.. Enumerable.Range(0, AtOnce).Select(_ => Task.Run(WorkAsync))];
                await AwaitAsync(Task.WhenAll(workers), ledger);
            }

            await SettleAsync(provider);
            long memory = GC.GetTotalMemory(forceFullCollection: true);
            int handles = CountHandles();
            Say(string.Create(CultureInfo.InvariantCulture, $"{20 * part} %: {ledger.Turns:N0} turns in {clock.Elapsed.TotalSeconds:N0} s, {memory / 1024:N0} KiB managed after a full collection, {handles} open files and sockets, {ThreadPool.ThreadCount} threads."));
            settled = part == 1 ? (memory, handles) : settled;
            Assert.InRange(memory, 0, settled.Memory + MostGrowth);
            Assert.InRange(handles, 0, settled.Handles + AtOnce);

            async Task WorkAsync()
            {
                while (Interlocked.Increment(ref next) is long number && number <= end)
                {
                    var turn = new Turn(Seed, number);
                    provider.Expect(turn);
                    await PlayAsync(turn, turn.IsOfficial ? official : light, ledger);
                    provider.Forget(turn);
                }

                Interlocked.Decrement(ref next);
            }
        }

        foreach (string line in ledger.Report())
        {
            Say(line);
        }

        Assert.True(ledger.Wrong.Count == 0, string.Join("\n", ledger.Wrong));
        Assert.Equal(Turns, ledger.Turns);
    }

    private static FallbackChatOptions Options() => new()
    {
        // Short, so that stalled calls cost little. On a busy machine, late calls only fall back.
        AttemptTimeout = TimeSpan.FromMilliseconds(400),
        FirstContentTimeout = TimeSpan.FromMilliseconds(250),
        IdleTimeout = TimeSpan.FromMilliseconds(250),
        Timeout = TimeSpan.FromSeconds(20),
    };

    private static async Task PlayAsync(Turn turn, FallbackChatClient client, Ledger ledger)
    {
        ChatMessage[] messages = [new(ChatRole.User, turn.Words) { RawRepresentation = turn }];
        string text = "";
        bool isFinished = false;
        FallbackTrail? trail = null;
        Outcome outcome = Outcome.Answered;
        try
        {
            turn.Happened();
            if (turn.IsStreaming)
            {
                int updates = 0;
                await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages, null, turn.Token))
                {
                    if (isFinished && update.Text.Length > 0)
                    {
                        ledger.Complain($"Turn {turn.Number}: '{update.Text}' after the end.");
                    }

                    text += update.Text;
                    isFinished |= update.FinishReason is not null;
                    trail ??= update.GetFallbackTrail();
                    turn.Happened();
                    if (++updates > turn.LeavesAfter && turn.LeavesAfter >= 0)
                    {
                        outcome = Outcome.Left;
                        break;
                    }
                }
            }
            else
            {
                ChatResponse response = await client.GetResponseAsync(messages, null, turn.Token);
                text = response.Text;
                isFinished = response.FinishReason is not null;
                trail = response.GetFallbackTrail();
            }

            ledger.Write(turn, outcome, text, isFinished, trail, null);
        }
        catch (FallbackExhaustedException exception)
        {
            ledger.Write(turn, Outcome.Exhausted, text, isFinished, exception.Trail, exception);
        }
        catch (OperationCanceledException exception)
        {
            ledger.Write(turn, Outcome.Cancelled, text, isFinished, trail, exception);
        }
        catch (Exception exception)
        {
            ledger.Write(turn, turn.IsStreaming && text.Length > 0 ? Outcome.Broken : Outcome.Terminal, text, isFinished, trail, exception);
        }
    }

    // While turns still end, none is lost.
    private static async Task AwaitAsync(Task all, Ledger ledger)
    {
        long ended = -1;
        while (await Task.WhenAny(all, Task.Delay(Patience)) != all)
        {
            Assert.True(ledger.Turns > ended, $"No turn has ended for {Patience}: {ledger.Turns} of {Turns} have.");
            ended = ledger.Turns;
            Say($"… {ended:N0} turns");
        }

        await all;
    }

    // Waits for the last calls that have been abandoned.
    private static async Task SettleAsync(FaultyProvider provider)
    {
        long started = Stopwatch.GetTimestamp();
        do
        {
            await Task.Delay(50);
        }
        while ((provider.Busy > 0 || provider.Connections > MostIdle) && Stopwatch.GetElapsedTime(started) < Patience);
        Assert.Equal(0, provider.Busy);
    }

    private static int CountHandles() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;

    private static int PositionOf(Model model) => Enumerable.Range(0, Exchange.Chat.Models.Count).First(position => Exchange.Chat.Models[position] == model);

    private static long Setting(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
