using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class DurationTests
{
    [Fact]
    public void Exactly_the_kinds_with_a_scope_have_a_default_duration()
    {
        foreach (FailureKind kind in Enum.GetValues<FailureKind>())
        {
            bool isRemembered = FailureTable.RuleOf(kind).Scope != ScopeKind.None;
            Assert.Equal(isRemembered, CooldownDefaults.For(kind).Duration > TimeSpan.Zero);
        }
    }

    [Fact]
    public void A_wait_from_the_provider_takes_precedence_over_the_default()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(3) });
        Assert.Equal(CooldownRig.Noon.AddSeconds(3), Only(memory).Until);
    }

    [Fact]
    public void A_reset_date_takes_precedence_over_a_wait()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.Large, new Failure(FailureKind.KeyBudgetExhausted) { RetryAfter = TimeSpan.FromHours(24), ResetsAt = CooldownRig.Noon.AddDays(9) });
        Assert.Equal(CooldownRig.Noon.AddDays(9), Only(memory).Until);
    }

    [Fact]
    public void A_reset_date_in_the_past_is_ignored()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(3), ResetsAt = CooldownRig.Noon.AddDays(-9) });
        Assert.Equal(CooldownRig.Noon.AddSeconds(3), Only(memory).Until);
    }

    [Fact]
    public void An_excessive_wait_is_shortened()
    {
        var memory = new CooldownRig(options => options.Set(FailureKind.RateLimited, new CooldownPolicy { LongestHint = TimeSpan.FromMinutes(5) }));
        memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { ResetsAt = CooldownRig.Noon.AddDays(300) });
        Assert.Equal(CooldownRig.Noon.AddMinutes(5), Only(memory).Until);
    }

    [Fact]
    public void An_exhausted_free_quota_lasts_until_midnight_UTC()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.SmallFree, FailureKind.FreeQuotaExhausted);
        Assert.Equal(new DateTimeOffset(2026, 8, 2, 0, 0, 0, TimeSpan.Zero), Only(memory).Until);
    }

    [Fact]
    public void An_exhausted_free_quota_lasts_until_the_reset_from_the_provider()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.SmallFree, new Failure(FailureKind.FreeQuotaExhausted) { ResetsAt = CooldownRig.Noon.AddHours(3) });
        Assert.Equal(CooldownRig.Noon.AddHours(3), Only(memory).Until);
    }

    [Fact]
    public void A_failed_probe_just_after_midnight_does_not_cost_another_day()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.SmallFree, FailureKind.FreeQuotaExhausted);
        memory.Clock.Advance(TimeSpan.FromHours(12));
        memory.Fail(Shop.SmallFree, FailureKind.FreeQuotaExhausted);
        Assert.Equal(CooldownRig.Noon.AddHours(12.5), Only(memory).Until);
    }

    [Fact]
    public void A_cool_down_is_only_ever_extended()
    {
        var memory = new CooldownRig();
        memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(60) });
        memory.Store.Failed(memory.BeginAlone(Shop.Large)!.Value, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(5) });
        Assert.Equal(CooldownRig.Noon.AddSeconds(60), Only(memory).Until);
        memory.Store.Failed(memory.BeginAlone(Shop.Large)!.Value, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(90) });
        Assert.Equal(CooldownRig.Noon.AddSeconds(90), Only(memory).Until);
        Assert.Equal(CooldownRig.Noon, Only(memory).Since);
    }

    [Fact]
    public void Settings_of_the_credential_override_the_chains_which_override_the_kinds()
    {
        var kind = new CooldownPolicy { Duration = TimeSpan.FromSeconds(1), Threshold = 1 };
        var chain = new CooldownPolicy { Duration = TimeSpan.FromSeconds(2) };
        var credential = new CooldownPolicy { Duration = TimeSpan.FromSeconds(3) };
        CooldownOptions options = new CooldownOptions()
            .Set(FailureKind.Overloaded, kind)
            .Set(FailureKind.Overloaded, Shop.All, chain)
            .Set(FailureKind.Overloaded, Shop.Main, credential);
        Assert.Equal(TimeSpan.FromSeconds(1), options.Find(FailureKind.Overloaded, Shop.DirectA, Shop.Pair).Duration);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Find(FailureKind.Overloaded, Shop.DirectA, Shop.All).Duration);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Find(FailureKind.Overloaded, Shop.Large, Shop.All).Duration);
        Assert.Equal(1, options.Find(FailureKind.Overloaded, Shop.Large, Shop.All).Threshold);
    }

    [Fact]
    public void An_account_that_a_person_has_to_top_up_is_retired_until_a_reset()
    {
        var memory = new CooldownRig(options => options.Set(FailureKind.CreditExhausted, CooldownPolicy.UntilReset));
        memory.Fail(Shop.DirectA, FailureKind.CreditExhausted);
        Assert.Null(Only(memory).Until);
        memory.Clock.Advance(TimeSpan.FromDays(4000));
        Assert.Equal("Large, Medium, SmallFree, LargeSpare", memory.Alive());
        Assert.Null(memory.BeginAlone(Shop.DirectA));
        Assert.True(memory.Store.Reset(Shop.TeamA.CreditScope));
        Assert.NotNull(memory.Begin(Shop.DirectA));
    }

    [Fact]
    public void Only_billing_kinds_can_be_remembered_until_a_reset()
    {
        var options = new CooldownOptions();
        Assert.Throws<ArgumentException>("policy", () => options.Set(FailureKind.RateLimited, CooldownPolicy.UntilReset));
        Assert.Throws<ArgumentException>("kind", () => options.Set(FailureKind.InvalidRequest, new CooldownPolicy()));
    }

    [Fact]
    public void A_duration_of_zero_remembers_nothing()
    {
        var memory = new CooldownRig(options => options.Set(FailureKind.RateLimited, CooldownPolicy.Never));
        memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(3) });
        Assert.Empty(memory.Store.GetEntries());
    }

    private static CooldownEntry Only(CooldownRig memory) => Assert.Single(memory.Store.GetEntries());
}
