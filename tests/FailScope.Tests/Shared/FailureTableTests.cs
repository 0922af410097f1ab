using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Shared;

/// <summary>The failure table, row by row, on generated tables.</summary>
public class FailureTableTests
{
    [Theory]
    [InlineData(FailureKind.AuthenticationFailed, "PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.CreditExhausted, "FreeA FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.KeyBudgetExhausted, "FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.FreeQuotaExhausted, "OtherA PaidB PaidC FreeC PaidD")]
    [InlineData(FailureKind.ProviderUnreachable, "PaidD")]
    [InlineData(FailureKind.RateLimited, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.Overloaded, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.Timeout, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.ModelUnavailable, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.RequestTooExpensive, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.ContextLengthExceeded, "PaidB FreeB PaidC")]
    [InlineData(FailureKind.NotConfigured, "PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.Unknown, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.ContentFiltered, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.InvalidRequest, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.Cancelled, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    public void What_remains_after_the_first_model_a_priced_one_failed(FailureKind kind, string remaining) =>
        Assert.Equal(remaining, Names(TwoProviders.All.Start().After(kind)));

    [Theory]
    [InlineData(FailureKind.CreditExhausted, "PaidC FreeC PaidD")]
    [InlineData(FailureKind.KeyBudgetExhausted, "PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.FreeQuotaExhausted, "PaidA OtherA PaidB PaidC FreeC PaidD")]
    [InlineData(FailureKind.AuthenticationFailed, "PaidB FreeB PaidC FreeC PaidD")]
    public void What_remains_after_a_free_model_failed(FailureKind kind, string remaining) =>
        Assert.Equal(remaining, Names(TwoProviders.All.Start().After(kind, TwoProviders.FreeA)));

    [Fact]
    public void A_model_without_a_declared_window_takes_no_other_with_it_when_the_prompt_is_too_long() =>
        Assert.Equal("PaidA OtherA FreeA PaidB PaidC FreeC PaidD", Names(TwoProviders.All.Start().After(FailureKind.ContextLengthExceeded, TwoProviders.FreeB)));

    [Fact]
    public void Every_kind_has_a_row_and_a_column()
    {
        FailureKind[] kinds = Enum.GetValues<FailureKind>();

        Assert.Equal(Enumerable.Range(0, kinds.Length), kinds.Select(kind => (int)kind));
        Assert.All(kinds, kind => Assert.InRange((int)FailureRules.For(kind).Effect, 0, RetireTableLayout.Effects - 1));
        Assert.Equal(RetireTableLayout.Effects, Enum.GetValues<RetireEffect>().Length);
        Assert.Equal(RetireTableLayout.Capabilities, Enum.GetValues<ModelCapabilities>().Length - 1);
    }

    [Theory]
    [InlineData(FailureKind.ContentFiltered)]
    [InlineData(FailureKind.InvalidRequest)]
    [InlineData(FailureKind.Cancelled)]
    public void Failures_that_are_no_models_fault_end_the_turn(FailureKind kind) => Assert.True(new Failure(kind).IsTerminal);

    [Fact]
    public void All_other_failures_do_not_end_the_turn() =>
        Assert.Equal(
            [FailureKind.ContentFiltered, FailureKind.InvalidRequest, FailureKind.Cancelled],
            Enum.GetValues<FailureKind>().Where(kind => new Failure(kind).IsTerminal));

    [Theory]
    [InlineData(FailureKind.AuthenticationFailed, typeof(CredentialScopeKey))]
    [InlineData(FailureKind.CreditExhausted, typeof(CreditScopeKey))]
    [InlineData(FailureKind.KeyBudgetExhausted, typeof(KeyBudgetScopeKey))]
    [InlineData(FailureKind.FreeQuotaExhausted, typeof(FreeQuotaScopeKey))]
    [InlineData(FailureKind.ProviderUnreachable, typeof(ProviderScopeKey))]
    [InlineData(FailureKind.RateLimited, typeof(ModelScopeKey))]
    [InlineData(FailureKind.Overloaded, typeof(ModelScopeKey))]
    [InlineData(FailureKind.Timeout, typeof(ModelScopeKey))]
    [InlineData(FailureKind.ModelUnavailable, typeof(ModelScopeKey))]
    [InlineData(FailureKind.RequestTooExpensive, null)]
    [InlineData(FailureKind.ContextLengthExceeded, null)]
    [InlineData(FailureKind.NotConfigured, null)]
    [InlineData(FailureKind.Unknown, null)]
    [InlineData(FailureKind.ContentFiltered, null)]
    [InlineData(FailureKind.InvalidRequest, null)]
    [InlineData(FailureKind.Cancelled, null)]
    public void Each_failure_is_remembered_under_its_own_kind_of_key_or_not_at_all(FailureKind kind, Type? key)
    {
        Assert.Equal(key is not null, TwoProviders.PaidA.TryGetScope(kind, out IScopeKey? scope));
        Assert.Equal(key, scope?.GetType());
    }

    [Fact]
    public void A_number_that_is_no_kind_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProviders.All.Start().After((FailureKind)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProviders.All.Start().After((FailureKind)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProviders.All.Start().After((FailureKind)99, TwoProviders.All.Models[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Failure((FailureKind)(-1)));
    }

    [Fact]
    public void Models_known_to_lack_what_the_turn_needs_are_out_from_the_start_and_undeclared_ones_are_not()
    {
        Assert.Equal("PaidA OtherA PaidB FreeB PaidC FreeC PaidD", Names(TwoProviders.All.Start(ModelCapabilities.Tools)));
        Assert.Equal("PaidA PaidB FreeB PaidC FreeC PaidD", Names(TwoProviders.All.Start(ModelCapabilities.Tools | ModelCapabilities.Vision)));
        Assert.Equal(8, TwoProviders.All.Start(ModelCapabilities.None).Remaining.Count);
    }

    [Fact]
    public void A_state_is_a_value_and_the_end_stays_the_end()
    {
        FallbackState start = TwoProviders.All.Start();
        FallbackState end = start;
        while (end.TryGetNext(out _))
        {
            end = end.After(FailureKind.Unknown);
        }

        Assert.Equal(8, start.Remaining.Count);
        Assert.Equal(TwoProviders.All.Start(), start);
        Assert.Equal(end, end.After(FailureKind.Unknown));
        Assert.Empty(end.Remaining);
        Assert.False(default(FallbackState).TryGetNext(out _));
        Assert.Equal(default, default(FallbackState).After(FailureKind.Timeout));
        Assert.NotEqual(start, end);
        Assert.True(start.Contains(TwoProviders.FreeC));
        Assert.False(end.Contains(TwoProviders.FreeC));
    }

    [Fact]
    public void What_is_read_at_run_time_is_what_the_rules_say() => Assert.All(
        Enum.GetValues<FailureKind>(),
        kind =>
        {
            FailureRule rule = FailureRules.For(kind);
            Assert.Equal(rule, FailureTable.RuleOf(kind));
            Assert.Equal((int)rule.Effect, FailureTable.EffectOf(kind));
            Assert.Equal(kind is FailureKind.ContentFiltered or FailureKind.InvalidRequest or FailureKind.Cancelled, rule.IsTerminal);
        });

    private static string Names(FallbackState state) => string.Join(' ', state.Remaining.Select(model => model.Name));
}
