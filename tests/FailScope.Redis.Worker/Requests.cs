using System.Globalization;
using FailScope.Redis.Tests;

namespace FailScope.Redis.Worker;

/// <summary>The requests that come to a process, and what is counted of them.</summary>
internal sealed class Requests(Cooldowns store, CancellationToken stop)
{
    private long _begun;
    private long _special;

    /// <summary>A request learns that the account is empty.</summary>
    internal string Fail()
    {
        FallbackState state = Shop.Chat.Start(store);
        if (store.TryBegin(ref state, out CooldownAttempt attempt) && attempt.Model == Shop.Large)
        {
            store.Failed(attempt, new Failure(FailureKind.CreditExhausted));
        }

        return "failed";
    }

    /// <summary>Somebody has topped the account up.</summary>
    internal string Reset() => store.Reset(Shop.Main.CreditScope) ? "reset" : "nothing to reset";

    /// <summary>How many requests came, and how many of them threw, or in a burst may probe.</summary>
    internal string Count() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref _begun)} {Interlocked.Read(ref _special)}");

    /// <summary>Requests begin to come, one after the other. Whoever finds the first model open gets an answer.</summary>
    internal string Load()
    {
        Start(LoadOnce);
        return "loading";
    }

    /// <summary>So many requests come at once as soon as the cool-down has run out, on all processors; others follow.</summary>
    internal string Burst(string count)
    {
        int requests = int.Parse(count, CultureInfo.InvariantCulture);
        bool isBurst = true;
        Start(() =>
        {
            if (isBurst && store.GetEntries() is [{ State: CooldownState.Cooling }])
            {
                return;
            }

            Parallel.For(0, isBurst ? requests : 50, _ => BeginOnce());
            isBurst = false;
        });
        return "waiting";
    }

    private void Start(Action action)
    {
        var thread = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                action();
                Thread.Sleep(1);
            }
        });
        thread.IsBackground = true;
        thread.Start();
    }

    private void LoadOnce()
    {
        for (int i = 0; i < 20; i++)
        {
            try
            {
                FallbackState state = Shop.Chat.Start(store);
                if (store.TryBegin(ref state, out CooldownAttempt attempt))
                {
                    store.Answered(attempt);
                }
            }
            catch (Exception)
            {
                Interlocked.Increment(ref _special);
            }

            Interlocked.Increment(ref _begun);
        }
    }

    private void BeginOnce()
    {
        FallbackState state = Shop.Chat.Start(store);
        if (store.TryBegin(ref state, out CooldownAttempt attempt) && attempt.Model == Shop.Large)
        {
            Interlocked.Increment(ref _special);
        }

        Interlocked.Increment(ref _begun);
    }
}
