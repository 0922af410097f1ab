using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class RetirementTests
{
    private readonly CooldownRig _memory = new();

    [Fact]
    public void Nothing_is_excluded_while_nothing_has_failed() =>
        Assert.Equal("Large, Medium, SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive());

    [Fact]
    public void Exhausted_credit_of_a_priced_model_does_not_retire_the_free_ones()
    {
        _memory.Fail(Shop.Large, FailureKind.CreditExhausted);
        Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void Exhausted_credit_of_a_free_model_retires_the_whole_account()
    {
        _memory.Fail(Shop.SmallFree, FailureKind.CreditExhausted);
        Assert.Equal("LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void Priced_and_free_models_of_an_account_recover_at_separate_times()
    {
        _memory.Fail(Shop.SmallFree, new Failure(FailureKind.CreditExhausted) { RetryAfter = TimeSpan.FromMinutes(2) });
        _memory.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains("SmallFree", _memory.Alive());
        _memory.Fail(Shop.Large, new Failure(FailureKind.CreditExhausted) { RetryAfter = TimeSpan.FromMinutes(10) });
        Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void A_rejected_key_retires_only_its_models()
    {
        _memory.Fail(Shop.DirectA, FailureKind.AuthenticationFailed);
        Assert.Equal("Large, Medium, SmallFree, LargeSpare, DirectB", _memory.Alive());
    }

    [Fact]
    public void An_exhausted_free_quota_retires_only_the_free_models()
    {
        _memory.Fail(Shop.SmallFree, FailureKind.FreeQuotaExhausted);
        Assert.Equal("Large, Medium, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void A_priced_model_that_reports_an_exhausted_free_quota_is_retired_too()
    {
        _memory.Fail(Shop.Large, FailureKind.FreeQuotaExhausted);
        Assert.Equal("Medium, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void One_tenants_empty_account_does_not_affect_another_tenant()
    {
        _memory.Fail(Shop.Large, FailureKind.CreditExhausted, "red");
        Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive(tenant: "red"));
        Assert.Equal("Large, Medium, SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive(tenant: "blue"));
        Assert.Equal("Large, Medium, SmallFree, LargeSpare, DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void An_unreachable_provider_is_retired_for_all_tenants()
    {
        _memory.Fail(Shop.Large, FailureKind.ProviderUnreachable, "red");
        _memory.Fail(Shop.Large, FailureKind.ProviderUnreachable, "blue");
        Assert.Equal("DirectA, DirectB", _memory.Alive(tenant: "green"));
        Assert.Equal("DirectA, DirectB", _memory.Alive());
    }

    [Fact]
    public void Transient_failures_retire_only_at_their_threshold_within_the_window()
    {
        Strike();
        Strike();
        Assert.Contains("Large,", _memory.Alive());
        _memory.Clock.Advance(TimeSpan.FromSeconds(61));
        Strike();
        Strike();
        Assert.Contains("Large,", _memory.Alive());
        Strike();
        Assert.DoesNotContain("Large,", _memory.Alive());

        void Strike() => _memory.Fail(Shop.Large, FailureKind.Overloaded);
    }

    [Fact]
    public void A_success_between_transient_failures_restarts_the_count()
    {
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        _memory.Answer(Shop.Large);
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        Assert.Contains("Large,", _memory.Alive());
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(3, true)]
    [InlineData(1, false)]
    public void A_model_that_fails_a_fraction_of_its_calls_stays_alive_unless_all_fail(int oneIn, bool isAlive)
    {
        // A hundred calls run at any time, so that every success belongs to a call that began before the newest failure.
        var running = new Queue<CooldownAttempt>();
        for (int i = 0; i < 1000 && _memory.Alive().Contains("Large,", StringComparison.Ordinal); i++)
        {
            running.Enqueue(_memory.Begin(Shop.Large)!.Value);
            if (running.Count > 100)
            {
                if (i % oneIn == 0)
                {
                    _memory.Store.Failed(running.Dequeue(), new Failure(FailureKind.Overloaded));
                }
                else
                {
                    _memory.Store.Answered(running.Dequeue());
                }
            }

            _memory.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(isAlive, _memory.Alive().Contains("Large,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FailureKind.Unknown)]
    [InlineData(FailureKind.RequestTooExpensive)]
    [InlineData(FailureKind.ContextLengthExceeded)]
    [InlineData(FailureKind.NotConfigured)]
    [InlineData(FailureKind.ContentFiltered)]
    [InlineData(FailureKind.InvalidRequest)]
    [InlineData(FailureKind.Cancelled)]
    public void A_failure_that_says_nothing_about_the_next_request_is_not_remembered(FailureKind kind)
    {
        for (int i = 0; i < 10; i++)
        {
            _memory.Fail(Shop.Large, kind);
        }

        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void A_remembered_failure_retires_the_same_models_as_the_tables_of_all_chains()
    {
        // The failed model itself is retired, and the others that the table's row names.
        foreach (FallbackChain chain in (FallbackChain[])[Shop.All, Shop.Founding, Shop.Pair, Long])
        {
            foreach (FailureKind kind in Enum.GetValues<FailureKind>().Where(kind => FailureTable.RuleOf(kind).Scope != ScopeKind.None))
            {
                for (int position = 0; position < chain.Models.Count; position++)
                {
                    var memory = new CooldownRig(options => options.Set(kind, new CooldownPolicy { Threshold = 1 }));
                    CooldownAttempt attempt = BeginAt(memory, chain, position);
                    memory.Store.Failed(attempt, new Failure(kind));
                    FallbackState expected = chain.Start().After(kind, chain.Models[position]);
                    if (!expected.IsEmpty)
                    {
                        Assert.Equal(expected.ToString(), memory.Alive(chain));
                    }
                }
            }
        }
    }

    private static readonly FallbackChain Long = LongChain();

    private static CooldownAttempt BeginAt(CooldownRig memory, FallbackChain chain, int position)
    {
        FallbackState state = chain.Start().Only(position);
        Assert.True(memory.Store.TryBegin(ref state, out CooldownAttempt attempt));
        return attempt;
    }

    private static FallbackChain LongChain()
    {
        var provider = new Provider("Long", "P", "https://p.example");
        Credential[] keys = [.. Enumerable.Range(0, 7).Select(i => new Credential("Long", $"K{i}", provider, null, null))];
        return FallbackChain.Create("Long", [.. Enumerable.Range(0, 70).Select(i => new Model("Long", $"M{i}", $"m{i}", keys[i % 7], i % 3 == 0, null, 0, 0, null))]);
    }
}
