using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class ConcurrencyTests
{
    private const int Requests = 10_000;

    [Theory]
    [InlineData(FailureKind.RateLimited)]
    [InlineData(FailureKind.CreditExhausted)]
    [InlineData(FailureKind.AuthenticationFailed)]
    public async Task Of_ten_thousand_requests_at_expiry_exactly_one_probes_and_the_others_continue(FailureKind kind)
    {
        var rig = new CooldownRig();
        rig.Fail(Shop.DirectA, new Failure(kind) { RetryAfter = TimeSpan.FromMinutes(1) });
        FallbackChain chain = Shop.Catalog.CreateChain("DirectA", "LargeSpare");
        rig.Clock.Advance(TimeSpan.FromMinutes(1));

        Model[] called = await AllAtOnceAsync(() =>
        {
            FallbackState state = chain.Start(rig.Store);
            Assert.True(rig.Store.TryBegin(ref state, out CooldownAttempt attempt));
            return attempt.Model;
        });

        Assert.Equal(1, called.Count(model => model == Shop.DirectA));
        Assert.Equal(Requests - 1, called.Count(model => model == Shop.LargeSpare));
    }

    [Fact]
    public async Task With_one_model_only_one_of_ten_thousand_requests_calls_it_at_a_time()
    {
        var rig = new CooldownRig();
        rig.Fail(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackChain chain = Shop.Catalog.CreateChain("DirectA");
        int[] calls = await AllAtOnceAsync(() =>
        {
            FallbackState state = chain.Start(rig.Store);
            return rig.Store.TryBegin(ref state, out _) ? 1 : 0;
        });
        Assert.Equal(1, calls.Sum());
    }

    [Fact]
    public async Task Readers_see_every_failure_that_was_reported_before_they_started_while_others_write()
    {
        var rig = new CooldownRig();
        await AllAtOnceAsync(number =>
        {
            string tenant = $"{number % 100}";
            FailureKind kind = number % 2 == 0 ? FailureKind.CreditExhausted : FailureKind.KeyBudgetExhausted;
            if (rig.BeginAlone(Shop.Large, tenant) is { } attempt)
            {
                rig.Store.Failed(attempt, new Failure(kind));
                Assert.False(Shop.All.Start(rig.Store, tenant).Contains(Shop.Large));
            }

            rig.Store.GetEntries(Shop.All, tenant);
            return 0;
        });
        Assert.InRange(rig.Store.GetEntries().Count, 100, 200);
        foreach (CooldownEntry entry in rig.Store.GetEntries())
        {
            rig.Store.Reset(entry.Scope, entry.Tenant);
        }

        Assert.Empty(rig.Store.GetEntries());
        Assert.Equal("Large, Medium, SmallFree, LargeSpare, DirectA, DirectB", rig.Alive(tenant: "7"));
    }

    private static Task<T[]> AllAtOnceAsync<T>(Func<T> request) => AllAtOnceAsync(_ => request());

    // On separate threads that wait for each other, so that the requests really start at once.
    private static async Task<T[]> AllAtOnceAsync<T>(Func<int, T> request)
    {
        const int Threads = 16;
        var results = new T[Requests];
        using var barrier = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                for (int i = thread; i < Requests; i += Threads)
                {
                    results[i] = request(i);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return results;
    }
}
