using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class ProbeTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private readonly CooldownRig _memory = new(options => options.Set(FailureKind.RateLimited, new CooldownPolicy { Duration = Wait, LongestDuration = TimeSpan.FromMinutes(3) }));

    [Fact]
    public void When_a_cool_down_expires_one_request_probes_first()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        Assert.Null(_memory.Begin(Shop.Large));
        _memory.Clock.Advance(Wait);
        CooldownAttempt? probe = _memory.Begin(Shop.Large);
        Assert.True(probe!.Value.IsProbe);
        Assert.Null(_memory.Begin(Shop.Large));
        Assert.Equal(CooldownState.Probing, Assert.Single(_memory.Store.GetEntries()).State);
        _memory.Store.Answered(probe.Value);
        Assert.Empty(_memory.Store.GetEntries());
        Assert.False(_memory.Begin(Shop.Large)!.Value.IsProbe);
    }

    [Fact]
    public void A_billing_scope_has_one_probe_for_all_its_models()
    {
        _memory.Fail(Shop.Large, FailureKind.CreditExhausted);
        _memory.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(_memory.Begin(Shop.Large));
        Assert.Null(_memory.Begin(Shop.Medium));
        Assert.NotNull(_memory.Begin(Shop.SmallFree));
    }

    [Fact]
    public void A_failed_probe_doubles_the_wait_up_to_a_maximum()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        foreach (int seconds in (int[])[60, 120, 180, 180])
        {
            _memory.Clock.SetUtcNow(Assert.Single(_memory.Store.GetEntries()).Until!.Value);
            _memory.Fail(Shop.Large, FailureKind.RateLimited);
            Assert.Equal(_memory.Clock.GetUtcNow().AddSeconds(seconds), Assert.Single(_memory.Store.GetEntries()).Until);
        }

        Assert.Equal(4, Assert.Single(_memory.Store.GetEntries()).FailedProbes);
        Assert.Equal(CooldownRig.Noon, Assert.Single(_memory.Store.GetEntries()).Since);
    }

    [Fact]
    public void The_wait_after_a_failed_probe_is_shortened_at_random_within_its_bounds()
    {
        var memory = new CooldownRig(options =>
        {
            options.ProbeJitter = 0.2;
            options.Set(FailureKind.RateLimited, new CooldownPolicy { Duration = Wait, LongestDuration = TimeSpan.FromMinutes(3) });
        });
        var waits = new HashSet<TimeSpan>();
        for (int i = 0; i < 20; i++)
        {
            memory.Fail(Shop.Large, FailureKind.RateLimited, $"{i}");
            memory.Clock.Advance(Wait);
            memory.Fail(Shop.Large, FailureKind.RateLimited, $"{i}");
            TimeSpan wait = memory.Store.GetEntries().Single(entry => entry.Tenant == $"{i}").Until!.Value - memory.Clock.GetUtcNow();
            Assert.InRange(wait, Wait * 1.6, Wait * 2);
            waits.Add(wait);
        }

        Assert.True(waits.Count > 1);
    }

    [Fact]
    public void A_failed_probe_waits_at_least_as_long_as_the_provider_says()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Clock.Advance(Wait);
        _memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromHours(1) });
        Assert.Equal(_memory.Clock.GetUtcNow().AddHours(1), Assert.Single(_memory.Store.GetEntries()).Until);
    }

    [Fact]
    public void A_probe_that_never_reports_loses_its_lease()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Clock.Advance(Wait);
        CooldownAttempt lost = _memory.Begin(Shop.Large)!.Value;
        _memory.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        Assert.Null(_memory.Begin(Shop.Large));
        _memory.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.NotNull(_memory.Begin(Shop.Large));
        Assert.True(lost.IsProbe);
    }

    [Fact]
    public void A_probe_that_lost_its_lease_does_not_release_the_next_ones()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Clock.Advance(Wait);
        CooldownAttempt lost = _memory.Begin(Shop.Large)!.Value;
        _memory.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(_memory.Begin(Shop.Large));
        _memory.Store.Failed(lost, new Failure(FailureKind.Cancelled));
        Assert.Null(_memory.Begin(Shop.Large));
    }

    [Theory]
    [InlineData(FailureKind.Cancelled)]
    [InlineData(FailureKind.InvalidRequest)]
    [InlineData(FailureKind.ContextLengthExceeded)]
    public void A_probe_with_an_invalid_request_leaves_the_decision_to_the_next_probe(FailureKind kind)
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Clock.Advance(Wait);
        DateTimeOffset? until = Assert.Single(_memory.Store.GetEntries()).Until;
        _memory.Fail(Shop.Large, kind);
        Assert.Equal(until, Assert.Single(_memory.Store.GetEntries()).Until);
        Assert.NotNull(_memory.Begin(Shop.Large));
    }

    [Fact]
    public void A_model_with_two_cool_downs_waits_for_both_and_its_success_ends_both()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Fail(Shop.Medium, FailureKind.CreditExhausted);
        _memory.Clock.Advance(Wait);
        Assert.Null(_memory.Begin(Shop.Large));
        _memory.Clock.Advance(TimeSpan.FromMinutes(10));
        _memory.Answer(Shop.Large);
        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void Leases_are_acquired_all_or_none()
    {
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Fail(Shop.Medium, FailureKind.CreditExhausted);
        _memory.Clock.Advance(TimeSpan.FromMinutes(10));

        // The account's probe belongs to another model, so the lease of this model's own cool-down must stay free.
        CooldownAttempt medium = _memory.Begin(Shop.Medium)!.Value;
        Assert.Null(_memory.Begin(Shop.Large));
        _memory.Store.Failed(medium, new Failure(FailureKind.Cancelled));
        Assert.NotNull(_memory.Begin(Shop.Large));
    }

    [Fact]
    public void The_success_of_a_free_model_does_not_end_the_cool_down_of_credit()
    {
        _memory.Fail(Shop.Large, FailureKind.CreditExhausted);
        _memory.Answer(Shop.SmallFree);
        Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void Any_response_with_a_status_shows_that_the_provider_is_reachable()
    {
        _memory.Fail(Shop.Large, FailureKind.ProviderUnreachable);
        _memory.Fail(Shop.Large, FailureKind.ProviderUnreachable);
        _memory.Clock.Advance(TimeSpan.FromMinutes(1));
        _memory.Fail(Shop.Large, new Failure(FailureKind.RateLimited) { StatusCode = 429 });
        Assert.Equal("Medium, SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void A_late_success_does_not_end_a_cool_down_that_began_after_its_call()
    {
        CooldownAttempt early = _memory.Begin(Shop.Large)!.Value;
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Store.Answered(early);
        Assert.Null(_memory.Begin(Shop.Large));
    }

    [Fact]
    public void A_late_failure_does_not_extend_a_cool_down_that_began_after_its_call()
    {
        CooldownAttempt early = _memory.Begin(Shop.Large)!.Value;
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Store.Failed(early, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromHours(1) });
        Assert.Equal(CooldownRig.Noon + Wait, Assert.Single(_memory.Store.GetEntries()).Until);
    }

    [Fact]
    public void A_late_failure_does_not_bring_back_what_a_success_or_a_reset_ended()
    {
        CooldownAttempt early = _memory.Begin(Shop.Large)!.Value;
        _memory.Fail(Shop.Large, FailureKind.RateLimited);
        _memory.Clock.Advance(Wait);
        _memory.Answer(Shop.Large);
        _memory.Store.Failed(early, new Failure(FailureKind.RateLimited));
        Assert.Empty(_memory.Store.GetEntries());

        CooldownAttempt beforeReset = _memory.Begin(Shop.Large)!.Value;
        _memory.Store.Reset(Shop.Main.CreditScope);
        _memory.Store.Failed(beforeReset, new Failure(FailureKind.CreditExhausted));
        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void If_every_model_is_cooling_the_first_to_recover_is_tried_by_one_request_at_a_time()
    {
        _memory.Fail(Shop.DirectA, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromMinutes(5) });
        _memory.Fail(Shop.DirectB, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromMinutes(2) });
        FallbackState first = Shop.Pair.Start(_memory.Store);
        FallbackState second = first;
        Assert.Equal("DirectB", first.ToString());
        Assert.True(_memory.Store.TryBegin(ref first, out CooldownAttempt attempt));
        Assert.False(_memory.Store.TryBegin(ref second, out _));
        _memory.Store.Answered(attempt);
        Assert.Equal("DirectB", Shop.Pair.Start(_memory.Store).ToString());
        Assert.Equal(CooldownRig.Noon.AddMinutes(5), Assert.Single(_memory.Store.GetEntries()).Until);
    }

    [Fact]
    public void With_FailWhenAllCooling_nothing_is_tried_if_every_model_is_cooling()
    {
        var memory = new CooldownRig(options => options.FailWhenAllCooling = true);
        memory.Fail(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackState state = Shop.Pair.Start(memory.Store);
        Assert.Equal("", state.ToString());
        Assert.False(memory.Store.TryBegin(ref state, out _));
    }

    [Fact]
    public void A_model_that_starts_cooling_during_a_turn_is_skipped()
    {
        FallbackState state = Shop.All.Start(_memory.Store);
        _memory.Fail(Shop.Large, FailureKind.CreditExhausted);
        Assert.True(_memory.Store.TryBegin(ref state, out CooldownAttempt attempt));
        Assert.Equal(Shop.SmallFree, attempt.Model);
    }

    [Fact]
    public void GetAliveModels_returns_the_models_that_a_request_may_call()
    {
        _memory.Fail(Shop.Large, FailureKind.CreditExhausted);
        Assert.Equal([Shop.SmallFree], _memory.Store.GetAliveModels(Shop.Founding));
        _memory.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Shop.Founding.Models, _memory.Store.GetAliveModels(Shop.Founding));
        Assert.NotNull(_memory.Begin(Shop.Large));
        Assert.Equal([Shop.SmallFree], _memory.Store.GetAliveModels(Shop.Founding));
    }

    [Fact]
    public void An_attempt_that_was_not_begun_cannot_be_reported()
    {
        Assert.Throws<ArgumentException>("attempt", () => _memory.Store.Answered(default));
        Assert.Throws<ArgumentException>("attempt", () => _memory.Store.Failed(default, new Failure(FailureKind.Timeout)));
        Assert.Throws<InvalidOperationException>(() => default(CooldownAttempt).Model);
    }
}
