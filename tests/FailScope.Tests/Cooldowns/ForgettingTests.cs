using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class ForgettingTests
{
    [Fact]
    public void A_million_tenants_with_one_failure_each_are_forgotten()
    {
        var rig = new CooldownRig();
        FallbackState state = Shop.Pair.Start();
        for (int i = 0; i < 1_000_000; i++)
        {
            // Each tenant makes one request, which fails, and never returns.
            string tenant = $"tenant {i}";
            Assert.True(rig.Store.TryBegin(ref state, out CooldownAttempt attempt, tenant));
            rig.Store.Failed(attempt, new Failure(FailureKind.RateLimited));
        }

        Assert.Equal((1_000_000, 1_000_000), rig.Store.Size);
        rig.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal((0, 0), rig.Store.Size);
    }

    [Fact]
    public void Failures_below_the_threshold_resets_and_successes_are_forgotten_too()
    {
        var rig = new CooldownRig();
        rig.Fail(Shop.Large, FailureKind.Overloaded, "red");
        rig.Fail(Shop.DirectA, FailureKind.ProviderUnreachable, "red");
        rig.Store.Reset(Shop.Main.CreditScope, "blue");
        rig.Store.ResetForAllTenants(Shop.Main.CreditScope);
        rig.Store.ObserveKey(Shop.Main, "a key", "green");
        rig.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(1) }, "black");
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        rig.Answer(Shop.Large, "black");
        Assert.NotEqual((0, 0), rig.Store.Size);
        rig.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal((0, 0), rig.Store.Size);
    }

    [Fact]
    public void Cool_downs_that_have_not_expired_are_kept()
    {
        var rig = new CooldownRig(options => options.Set(FailureKind.CreditExhausted, CooldownPolicy.UntilReset));
        rig.Fail(Shop.Large, FailureKind.CreditExhausted, "red");
        rig.Fail(Shop.Large, new Failure(FailureKind.KeyBudgetExhausted) { ResetsAt = CooldownRig.Noon.AddDays(2) }, "blue");
        rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, rig.Store.GetEntries().Count);
        rig.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("red", Assert.Single(rig.Store.GetEntries()).Tenant);
    }

    [Fact]
    public void A_forgotten_tenant_starts_anew()
    {
        var rig = new CooldownRig();
        rig.Fail(Shop.Large, FailureKind.CreditExhausted, "red");
        rig.Clock.Advance(TimeSpan.FromHours(3));
        Assert.False(rig.Begin(Shop.Large, "red")!.Value.IsProbe);
    }

    [Fact]
    public void Chains_created_at_run_time_do_not_accumulate()
    {
        var rig = new CooldownRig();
        rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        List<WeakReference> chains = [];
        for (int i = 0; i < 1_000; i++)
        {
            Start();
        }

        GC.Collect();
        Assert.InRange(chains.Count(chain => chain.IsAlive), 0, 100);

        void Start()
        {
            FallbackChain chain = Shop.Catalog.CreateChain("Large", "DirectA");
            Assert.Equal("DirectA", chain.Start(rig.Store).ToString());
            chains.Add(new WeakReference(chain));
        }
    }
}
