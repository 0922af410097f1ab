using System.Globalization;
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
    [InlineData(FailureKind.RequestTooLarge, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.UsageLimitReached, "PaidC FreeC PaidD")]
    [InlineData(FailureKind.NotConfigured, "PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.Unknown, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.ContentFiltered, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.InvalidRequest, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.Cancelled, "OtherA FreeA PaidB FreeB PaidC FreeC PaidD")]
    public void The_failure_of_a_priced_model_leaves_these_models(FailureKind kind, string remaining) =>
        Assert.Equal(remaining, Names(TwoProviders.All.Start().After(kind)));

    [Theory]
    [InlineData(FailureKind.CreditExhausted, "PaidC FreeC PaidD")]
    [InlineData(FailureKind.KeyBudgetExhausted, "PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.FreeQuotaExhausted, "PaidA OtherA PaidB PaidC FreeC PaidD")]
    [InlineData(FailureKind.AuthenticationFailed, "PaidB FreeB PaidC FreeC PaidD")]
    [InlineData(FailureKind.UsageLimitReached, "PaidC FreeC PaidD")]
    public void The_failure_of_a_free_model_leaves_these_models(FailureKind kind, string remaining) =>
        Assert.Equal(remaining, Names(TwoProviders.All.Start().After(kind, TwoProviders.FreeA)));

    [Fact]
    public void A_model_without_a_declared_window_retires_no_other_if_the_prompt_is_too_long() =>
        Assert.Equal("PaidA OtherA FreeA PaidB PaidC FreeC PaidD", Names(TwoProviders.All.Start().After(FailureKind.ContextLengthExceeded, TwoProviders.FreeB)));

    [Fact]
    public void Every_kind_and_every_effect_has_a_row()
    {
        Assert.Equal(Enumerable.Range(0, FailureRules.Count), Enum.GetValues<FailureKind>().Select(kind => (int)kind));
        Assert.Equal(Enumerable.Range(0, RetireRules.Count), Enum.GetValues<RetireEffect>().Select(effect => (int)effect));
        Assert.All(Enum.GetValues<FailureKind>(), kind => Assert.Contains(FailureRules.For(kind).Effect, Enum.GetValues<RetireEffect>()));
        Assert.Equal(RetireTableLayout.Capabilities, Enum.GetValues<ModelCapabilities>().Length - 1);
    }

    // The numbers are compiled into catalogs and attributes, and written to logs and caches, so a change would break existing data.
    [Fact]
    public void The_numbers_never_change()
    {
        Assert.Equal(
            "Unknown 0, AuthenticationFailed 1, CreditExhausted 2, KeyBudgetExhausted 3, FreeQuotaExhausted 4, ProviderUnreachable 5, "
            + "RateLimited 6, Overloaded 7, Timeout 8, ModelUnavailable 9, RequestTooExpensive 10, ContextLengthExceeded 11, "
            + "NotConfigured 12, ContentFiltered 13, InvalidRequest 14, Cancelled 15, RequestTooLarge 16, UsageLimitReached 17",
            Numbers<FailureKind>());
        Assert.Equal("None 0, Credential 1, Credit 2, KeyBudget 3, FreeQuota 4, Provider 5, Model 6, UsageLimit 7", Numbers<ScopeKind>());
        Assert.Equal("Model 0, Credential 1, Credit 2, KeyBudget 3, FreeQuota 4, Provider 5, ContextWindow 6, UsageLimit 7", Numbers<RetireEffect>());
        Assert.Equal("None 0, Credit 1, Credential 2, Provider 4, Model 8, FreeQuota 16, UsageLimit 32", Numbers<LossOf>());
    }

    [Fact]
    public void Every_scope_and_every_loss_belongs_to_one_effect()
    {
        RetireRule[] rows = [.. Enum.GetValues<RetireEffect>().Select(RetireRules.For)];

        Assert.Equal(Enum.GetValues<ScopeKind>().Except([ScopeKind.None]), rows.Select(row => row.Scope).Where(scope => scope != ScopeKind.None).Order());
        Assert.Equal(Enum.GetValues<LossOf>().Except([LossOf.None]), rows.Select(row => row.Loss).Where(loss => loss != LossOf.None).Order());
        Assert.Equal(Enum.GetValues<LossOf>().Except([LossOf.None]), RetireRules.Losses);
        Assert.All(rows, row => Assert.Equal(row.Loss == LossOf.None, row.LossFormat is null));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetireRules.For(LossOf.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetireRules.For(LossOf.Credit | LossOf.Model));
    }

    [Fact]
    public void Exactly_the_remembered_kinds_have_a_scope_and_a_duration() => Assert.All(
        Enum.GetValues<FailureKind>(),
        kind =>
        {
            FailureRule rule = FailureRules.For(kind);
            MemoryRule? memory = MemoryRules.For(rule.Memory);
            Assert.Equal(memory is null, rule.Scope == ScopeKind.None);
            if (memory is { } remembered)
            {
                Assert.True(remembered.Duration <= remembered.LongestDuration && remembered.LongestDuration <= remembered.LongestHint);
                Assert.InRange(remembered.Threshold, 1, 10);
            }
        });

    [Fact]
    public void A_single_transient_failure_is_not_enough_for_a_cool_down() =>
        Assert.Equal(
            [FailureKind.ProviderUnreachable, FailureKind.Overloaded, FailureKind.Timeout],
            Enum.GetValues<FailureKind>().Where(kind => MemoryRules.For(FailureRules.For(kind).Memory) is { Threshold: > 1 }));

    [Fact]
    public void Lost_connections_count_only_for_the_provider_and_less_than_failed_connects() => Assert.All(
        Enum.GetValues<FailureKind>(),
        kind =>
        {
            FailureRule rule = FailureRules.For(kind);
            MemoryRule memory = MemoryRules.For(rule.Memory) ?? default;
            Assert.Equal(rule.Scope == ScopeKind.Provider, memory.BrokenThreshold > memory.Threshold && memory.BrokenModels > 1);
            Assert.Equal(rule.Scope == ScopeKind.Provider, memory.BrokenThreshold > 0);
        });

    [Fact]
    public void Exactly_three_kinds_are_billing() =>
        Assert.Equal(
            [FailureKind.CreditExhausted, FailureKind.KeyBudgetExhausted, FailureKind.RequestTooExpensive],
            Enum.GetValues<FailureKind>().Where(kind => new Failure(kind).IsBilling));

    [Theory]
    [InlineData(FailureKind.ContentFiltered)]
    [InlineData(FailureKind.InvalidRequest)]
    [InlineData(FailureKind.Cancelled)]
    public void Failures_that_are_not_a_models_fault_end_the_turn(FailureKind kind) => Assert.True(new Failure(kind).IsTerminal);

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
    [InlineData(FailureKind.RequestTooLarge, null)]
    [InlineData(FailureKind.UsageLimitReached, typeof(UsageLimitScopeKey))]
    [InlineData(FailureKind.NotConfigured, null)]
    [InlineData(FailureKind.Unknown, null)]
    [InlineData(FailureKind.ContentFiltered, null)]
    [InlineData(FailureKind.InvalidRequest, null)]
    [InlineData(FailureKind.Cancelled, null)]
    public void Each_failure_is_remembered_under_its_kind_of_scope_key_or_not_at_all(FailureKind kind, Type? key)
    {
        Assert.Equal(key is not null, TwoProviders.PaidA.TryGetScope(kind, out IScopeKey? scope));
        Assert.Equal(key, scope?.GetType());
    }

    [Fact]
    public void An_undefined_kind_is_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProviders.All.Start().After((FailureKind)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProviders.All.Start().After((FailureKind)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProviders.All.Start().After((FailureKind)99, TwoProviders.All.Models[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Failure((FailureKind)(-1)));
    }

    [Fact]
    public void Models_known_to_lack_a_required_capability_are_excluded_from_the_start()
    {
        Assert.Equal("PaidA OtherA PaidB FreeB PaidC FreeC PaidD", Names(TwoProviders.All.Start(ModelCapabilities.Tools)));
        Assert.Equal("PaidA PaidB FreeB PaidC FreeC PaidD", Names(TwoProviders.All.Start(ModelCapabilities.Tools | ModelCapabilities.Vision)));
        Assert.Equal(8, TwoProviders.All.Start(ModelCapabilities.None).Remaining.Count);
    }

    [Fact]
    public void A_state_has_value_equality_and_an_empty_one_stays_empty()
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
    public void The_table_at_run_time_equals_the_rules() => Assert.All(
        Enum.GetValues<FailureKind>(),
        kind =>
        {
            FailureRule rule = FailureRules.For(kind);
            Assert.Equal(rule, FailureTable.RuleOf(kind));
            Assert.Equal((int)rule.Effect, FailureTable.EffectOf(kind));
            Assert.Equal(kind is FailureKind.ContentFiltered or FailureKind.InvalidRequest or FailureKind.Cancelled, rule.IsTerminal);
        });

    private static string Numbers<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Select(value => $"{value} {Convert.ToInt32(value, CultureInfo.InvariantCulture)}"));

    private static string Names(FallbackState state) => string.Join(' ', state.Remaining.Select(model => model.Name));
}
