using System.Diagnostics;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>One turn, as the server and the clients of the models see it.</summary>
internal sealed class Turn
{
    private readonly int _seed;
    private readonly int _cancelAt;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<int> _requests = [];
    private int _events;
    private long _cancelledAt;
    private long _awaitedAt;

    internal Turn(int seed, long number)
    {
        _seed = seed;
        Number = number;
        var random = new SplitMix(((ulong)seed << 40) ^ ((ulong)number << 3) ^ 7);
        IsStreaming = number % 2 == 0;
        IsOfficial = random.Next(50) == 0;
        _cancelAt = random.Next(10) == 0 ? random.Next(12) : -1;
        LeavesAfter = IsStreaming && random.Next(20) == 0 ? random.Next(4) : -1;
        if (_cancelAt >= 0)
        {
            _ = AwaitCancellationAsync();
        }
    }

    internal long Number { get; }

    /// <summary>The text by which the server recognizes the turn.</summary>
    internal string Words => $"turn-{Number}.";

    internal bool IsStreaming { get; }

    /// <summary>Whether the official OpenAI library makes the calls.</summary>
    internal bool IsOfficial { get; }

    /// <summary>The number of updates after which the consumer of the stream stops; -1 to read to the end.</summary>
    internal int LeavesAfter { get; }

    internal CancellationToken Token => _cancellation.Token;

    /// <summary>When the caller cancelled; 0 if it did not.</summary>
    internal long CancelledAt => Volatile.Read(ref _cancelledAt);

    /// <summary>When code that only awaited the same token continued; 0 if it has not yet.</summary>
    internal long AwaitedAt => Volatile.Read(ref _awaitedAt);

    /// <summary>The calls that clients of models made, in order.</summary>
    internal List<UpstreamCall> Calls { get; } = [];

    /// <summary>The models whose requests arrived, in order.</summary>
    internal int[] Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    internal CallPlan PlanFor(int model) => CallPlan.Draw(_seed, Number, model);

    internal void Arrived(int model)
    {
        lock (_requests)
        {
            _requests.Add(model);
        }
    }

    /// <summary>
    /// Called at each event: the turn begins, a request arrives, a piece is sent or received. At one of these events, chosen by the
    /// seed, the caller cancels.
    /// </summary>
    internal void Happened()
    {
        if (Interlocked.Increment(ref _events) == _cancelAt + 1)
        {
            Volatile.Write(ref _cancelledAt, Stopwatch.GetTimestamp());
            _ = _cancellation.CancelAsync();
        }
    }

    private async Task AwaitCancellationAsync()
    {
        await Task.Delay(Timeout.Infinite, Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Volatile.Write(ref _awaitedAt, Stopwatch.GetTimestamp());
    }
}
