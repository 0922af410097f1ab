using FailScope.Tests.Fixtures;
using FailScope.TestSupport;

namespace FailScope.Tests.Cooldowns;

/// <summary>Readers never wait for writers, and reads over all tenants agree with concurrent writes.</summary>
public sealed class ReaderTests
{
    private static readonly Dictionary<string, Func<FailScope.Cooldowns, object>> Reads = new()
    {
        ["all"] = store => store.GetEntries(),
        ["one at a time"] = store => store.EnumerateEntries().Count(),
        ["of a chain"] = store => store.GetEntries(Shop.All, "red"),
        ["of a key"] = store => store.GetEntries(Shop.Main.CreditScope, "red"),
        ["alive models"] = store => store.GetAliveModels(Shop.All, "red"),
        ["start of a turn"] = store => Shop.All.Start(store, "red").ToString(),
    };

    public static TheoryData<string> ReadNames => [.. Reads.Keys];

    [Theory]
    [MemberData(nameof(ReadNames))]
    public async Task No_reader_waits_for_a_writer(string read)
    {
        var clock = new HoldingClock(CooldownRig.Noon);
        var store = new FailScope.Cooldowns(new CooldownOptions { TimeProvider = clock });
        foreach (string tenant in (string[])["red", "blue"])
        {
            FallbackState state = Shop.All.Start(store, tenant);
            Assert.True(store.TryBegin(ref state, out CooldownAttempt attempt, tenant));
            store.Failed(attempt, new Failure(FailureKind.CreditExhausted));
        }

        object before = Reads[read](store);
        await clock.WhileHeldUpAsync(() => store.Reset(Shop.Main.CreditScope, "green"), () =>
        {
            Assert.Equal(before, Reads[read](store));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_writer_waits_for_another_writer()
    {
        var clock = new HoldingClock(CooldownRig.Noon);
        var store = new FailScope.Cooldowns(new CooldownOptions { TimeProvider = clock });
        Task? other = null;
        await clock.WhileHeldUpAsync(() => store.Reset(Shop.Main.CreditScope), () =>
        {
            using var begins = new ManualResetEventSlim();
            other = Task.Run(() =>
            {
                begins.Set();
                store.Export();
            });
            begins.Wait();
            Assert.False(other.IsCompleted);
            return Task.CompletedTask;
        });
        await other!;
    }

    [Fact]
    public async Task An_export_during_writes_and_the_changes_published_meanwhile_add_up_to_the_memory()
    {
        var rig = new CooldownRig();
        var published = new Recorder();
        rig.Store.ReplicateWith(published);
        var copy = new FailScope.Cooldowns(new CooldownOptions { TimeProvider = rig.Clock });
        await AtOnceAsync(
            number =>
            {
                string tenant = $"{number % 300}";
                switch (number % 7)
                {
                    case 0:
                        rig.Store.Reset(Shop.Main.CreditScope, tenant);
                        break;
                    case 1 when number % 500 == 1:
                        rig.Store.ResetForAllTenants(Shop.Main.CreditScope);
                        break;
                    default:
                        if (rig.BeginAlone(Shop.Large, tenant) is { } attempt)
                        {
                            rig.Store.Failed(attempt, new Failure(FailureKind.CreditExhausted) { RetryAfter = TimeSpan.FromMinutes(1 + (number % 50)) });
                        }

                        break;
                }
            },
            () =>
            {
                foreach (CooldownChange change in rig.Store.Export())
                {
                    copy.Apply(change);
                }
            });
        foreach (CooldownChange change in published.All)
        {
            copy.Apply(change);
        }

        Assert.NotEmpty(rig.Store.GetEntries());
        Assert.Equal(rig.Store.GetEntries().Select(entry => entry.ToString()), copy.GetEntries().Select(entry => entry.ToString()));
    }

    [Fact]
    public async Task A_failure_is_seen_at_once_and_kept_while_others_forget_and_read()
    {
        var rig = new CooldownRig(options => options.ForgetAfter = TimeSpan.FromMinutes(1));
        await AtOnceAsync(
            number =>
            {
                string tenant = $"{number / 2 % 200}";
                if (number % 2 == 0)
                {
                    Fail(rig, tenant, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(1) });
                }
                else if (Fail(rig, tenant, new Failure(FailureKind.CreditExhausted) { ResetsAt = CooldownRig.Noon.AddDays(300) }))
                {
                    Assert.Equal(Shop.Main.CreditScope, Assert.Single(rig.Store.GetEntries(Shop.Main.CreditScope, tenant)).Scope);
                }
            },
            () =>
            {
                rig.Clock.Advance(TimeSpan.FromMinutes(1));
                rig.Store.Forget();
                string?[] tenants = [.. rig.Store.EnumerateEntries().Select(entry => $"{entry.Tenant} {entry.Scope.Value}")];
                Assert.Equal(tenants.Distinct(), tenants);
            });
        Assert.Equal(200, rig.Store.GetEntries().Select(entry => entry.Tenant).Distinct().Count());
        rig.Clock.Advance(TimeSpan.FromDays(600));
        rig.Store.Forget();
        Assert.Equal((0, 0), rig.Store.Size);
        Assert.Empty(rig.Store.EnumerateEntries());
    }

    private static bool Fail(CooldownRig rig, string tenant, Failure failure)
    {
        FallbackState state = Shop.Catalog.CreateChain("Large").Start();
        bool began = rig.Store.TryBegin(ref state, out CooldownAttempt attempt, tenant);
        if (began)
        {
            rig.Store.Failed(attempt, failure);
        }

        return began;
    }

    /// <summary>Runs four threads that write thousands of times, and one that repeats another action until they are done.</summary>
    private static async Task AtOnceAsync(Action<int> write, Action meanwhile)
    {
        const int Writers = 4;
        const int Writes = 6_000;
        Task writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => OnThread(() =>
        {
            for (int i = 0; i < Writes; i++)
            {
                write((writer * Writes) + i);
            }
        })));
        await OnThread(() =>
        {
            do
            {
                meanwhile();
            }
            while (!writers.IsCompleted);
        });
        await writers;

        static Task OnThread(Action action) =>
            Task.Factory.StartNew(action, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private sealed class Recorder : ICooldownReplicator
    {
        internal System.Collections.Concurrent.ConcurrentQueue<CooldownChange> All { get; } = [];

        public void Publish(CooldownChange change) => All.Enqueue(change);

        public bool MayProbe(CooldownEntry entry) => true;
    }
}
