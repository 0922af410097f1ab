using System.Globalization;
using FailScope.Redis.Tests;

namespace FailScope.Redis.Worker;

/// <summary>The requests of a process, with counters.</summary>
internal sealed class Requests(Cooldowns store, CancellationToken stop)
{
    private long _begun;
    private long _special;

    /// <summary>Makes a request fail because the account is out of credit.</summary>
    internal string Fail()
    {
        FallbackState state = Shop.Chat.Start(store);
        if (store.TryBegin(ref state, out CooldownAttempt attempt) && attempt.Model == Shop.Large)
        {
            store.Failed(attempt, new Failure(FailureKind.CreditExhausted));
        }

        return "failed";
    }

    /// <summary>Resets the account, as after a top-up.</summary>
    internal string Reset() => store.Reset(Shop.Main.CreditScope) ? "reset" : "nothing to reset";

    /// <summary>The number of requests, and how many of them threw, or in a burst how many may probe.</summary>
    internal string Count() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref _begun)} {Interlocked.Read(ref _special)}");

    /// <summary>Starts a sequence of requests. A request gets a response if the first model is available.</summary>
    internal string Load()
    {
        Start(LoadOnce);
        return "loading";
    }

    /// <summary>Starts this number of requests at once when the cool-down expires, on all processors, then others.</summary>
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
