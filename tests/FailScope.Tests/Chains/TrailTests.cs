using System.Globalization;

namespace FailScope.Tests.Chains;

public class TrailTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_trail_names_the_scope_and_the_attempt_that_retired_a_model()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.SmallFree, FailureKind.AuthenticationFailed);
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        Assert.Equal(Shop.LargeSpare, trail.AnsweredBy);
        Assert.Equal([Shop.Large, Shop.SmallFree, Shop.LargeSpare], trail.Attempts.Select(attempt => attempt.Model));
        SkippedModel skipped = Assert.Single(trail.Skipped);
        Assert.Equal(Shop.Medium, skipped.Model);
        Assert.Equal(SkipReason.Scope, skipped.Reason);
        Assert.Equal(Shop.Main.CreditScope, skipped.Scope);
        Assert.Same(trail.Attempts[0], skipped.Since);
    }

    [Fact]
    public async Task A_trail_is_written_with_names_kinds_and_numbers_only()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.SmallFree, FailureKind.AuthenticationFailed);
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        string json = System.Text.RegularExpressions.Regex.Replace(System.Text.Json.JsonSerializer.Serialize(trail), "\"milliseconds\":[0-9.E-]+", "\"milliseconds\":1");
        Assert.Equal(
            """{"chain":"All","answeredBy":"LargeSpare","attempts":[""" +
            """{"model":"Large","milliseconds":1,"failure":"CreditExhausted"},""" +
            """{"model":"SmallFree","milliseconds":1,"failure":"AuthenticationFailed"},""" +
            """{"model":"LargeSpare","milliseconds":1}],"skipped":[""" +
            """{"model":"Medium","reason":"Scope","scope":"credit:FailScope.Tests.Chains.Shop/Main","sinceAttempt":1}]}""",
            json);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Deserialize<FallbackTrail>(json));
        Assert.StartsWith("A trail is written, never read", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_without_an_answer_is_written_too()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Pair.RunAsync(script.Call, new FallbackOptions(), Test));
        Assert.StartsWith("""{"chain":"Pair","answeredBy":null,"attempts":[{"model":"DirectA",""", System.Text.Json.JsonSerializer.Serialize(exhausted.Trail), StringComparison.Ordinal);
        Assert.Equal("DirectB (direct-1): CreditExhausted retired credit:FailScope.Tests.Chains.Shop/Team at attempt 1", Assert.Single(exhausted.Trail.Skipped).ToString());
        Assert.Equal("another chain is exhausted", FailureClassifier.Classify(exhausted, Test).Evidence);
    }

    [Theory]
    [InlineData(FailureKind.AuthenticationFailed, ScopeKind.Credential)]
    [InlineData(FailureKind.NotConfigured, ScopeKind.Credential)]
    [InlineData(FailureKind.CreditExhausted, ScopeKind.Credit)]
    [InlineData(FailureKind.KeyBudgetExhausted, ScopeKind.KeyBudget)]
    [InlineData(FailureKind.ProviderUnreachable, ScopeKind.Provider)]
    public async Task Every_scope_that_retires_others_is_named(FailureKind kind, ScopeKind scope)
    {
        Script script = new Script().Fails(Shop.Large, kind);
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        SkippedModel skipped = trail.Skipped[0];
        Assert.Equal(Shop.Medium, skipped.Model);
        Assert.Equal(scope, skipped.Scope!.Kind);
        Assert.Contains(skipped.Scope.Value, skipped.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_is_too_small_is_named()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.ContextLengthExceeded);
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        Assert.Equal([Shop.Medium, Shop.SmallFree, Shop.LargeSpare], trail.Skipped.Select(skipped => skipped.Model));
        Assert.All(trail.Skipped, skipped => Assert.Equal((SkipReason.ContextWindow, (IScopeKey?)null), (skipped.Reason, skipped.Scope)));
    }

    [Fact]
    public async Task Free_models_that_an_allowance_retires_are_skipped_only_where_they_come_before_the_answer()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Large", "SmallFree", "Medium");
        Script script = new Script().Fails(Shop.Large, FailureKind.FreeQuotaExhausted);
        FallbackTrail trail = (await chain.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        Assert.Equal(Shop.Medium, trail.AnsweredBy);
        Assert.Equal([ScopeKind.FreeQuota], trail.Skipped.Select(skipped => skipped.Scope!.Kind));
    }

    [Fact]
    public async Task A_first_choice_that_answers_leaves_the_shortest_trail()
    {
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(new Script().Call, null, Test)).Trail;
        Assert.Equal(Shop.Large, trail.AnsweredBy);
        Assert.Empty(trail.Skipped);
        Assert.True(Assert.Single(trail.Attempts).Answered);
        Assert.False(trail.IsBilling);
        Assert.StartsWith("Large (lab/large) of the chain 'All' answered at attempt 1, 0 models skipped.", trail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exhaustion_tells_of_every_model()
    {
        Script script = new Script()
            .Fails(Shop.Large, FailureKind.CreditExhausted)
            .Fails(Shop.SmallFree, FailureKind.RateLimited)
            .Fails(Shop.LargeSpare, FailureKind.ProviderUnreachable)
            .Fails(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackExhaustedException thrown = await Exhaust(Shop.All, script);
        FallbackTrail trail = thrown.Trail;
        Assert.Null(trail.AnsweredBy);
        Assert.Equal(Shop.All.Models.ToHashSet(), trail.Attempts.Select(attempt => attempt.Model).Concat(trail.Skipped.Select(skipped => skipped.Model)).ToHashSet());
        Assert.Equal(Shop.All.Models.Count, trail.Attempts.Count + trail.Skipped.Count);
        Assert.All(Shop.All.Models, model => Assert.Contains(model.Name, thrown.Message, StringComparison.Ordinal));
        Assert.Same(trail.Attempts[^1].Exception, thrown.InnerException);
        Assert.True(thrown.IsBilling);
        Assert.Contains("billing is a part of the cause (account Main, Team)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Billing_is_called_billing()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.True(thrown.IsBilling);
        Assert.StartsWith("No model of the chain 'Pair' answered: billing: every account is out of credit: Team.", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("credit:", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("at attempt 1", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FailureKind.KeyBudgetExhausted, "billing: every key has spent its budget: TeamA, TeamB.", true)]
    [InlineData(FailureKind.RequestTooExpensive, "billing: the request costs more than is left: Team.", true)]
    [InlineData(FailureKind.AuthenticationFailed, "every key was refused.", false)]
    [InlineData(FailureKind.NotConfigured, "no key is configured.", false)]
    [InlineData(FailureKind.RateLimited, "every model is rate limited.", false)]
    [InlineData(FailureKind.Overloaded, "every model is overloaded.", false)]
    [InlineData(FailureKind.Timeout, "every attempt took too long.", false)]
    [InlineData(FailureKind.ModelUnavailable, "no model is available.", false)]
    [InlineData(FailureKind.ContextLengthExceeded, "the request is too long for every model.", false)]
    [InlineData(FailureKind.ProviderUnreachable, "no provider can be reached.", false)]
    [InlineData(FailureKind.Unknown, "every model failed.", false)]
    public async Task A_cause_that_is_common_to_all_is_named(FailureKind kind, string cause, bool isBilling)
    {
        Script script = new Script().Fails(Shop.DirectA, kind).Fails(Shop.DirectB, kind);
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.StartsWith($"No model of the chain 'Pair' answered: {cause}", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(isBilling, thrown.IsBilling);
    }

    [Fact]
    public async Task Different_money_troubles_are_billing_together()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.KeyBudgetExhausted).Fails(Shop.DirectB, FailureKind.CreditExhausted);
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.Contains("billing: there is no money left: Team.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_up_allowance_is_named_and_is_not_billing()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("SmallFree");
        FallbackExhaustedException thrown = await Exhaust(chain, new Script().Fails(Shop.SmallFree, FailureKind.FreeQuotaExhausted));
        Assert.Contains("every allowance of free requests is used up", thrown.Message, StringComparison.Ordinal);
        Assert.False(thrown.IsBilling);
    }

    [Fact]
    public async Task A_long_chain_is_told_in_full_by_the_trail_and_in_short_by_the_message()
    {
        FallbackChain chain = LongChain(100);
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(
            () => chain.RunAsync<string>((_, _) => throw new FailedCallException(new Failure(FailureKind.Overloaded)), new FallbackOptions(), Test));
        Assert.Equal(100, thrown.Trail.Attempts.Count);
        Assert.Contains("and 80 more", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("M99", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("M99", thrown.Trail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_that_a_provider_echoes_is_told()
    {
        string key = "sk-" + new string('x', 40);
        Script script = new Script()
            .Does(Shop.DirectA, _ => throw new HttpRequestException($"Incorrect API key provided: {key}", null, System.Net.HttpStatusCode.Unauthorized))
            .Does(Shop.DirectB, _ => throw new InvalidOperationException($"bearer {key} is not welcome"));
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.Contains(key, thrown.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key, thrown.Trail.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_reads_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
            Script script = new Script().Does(Shop.Large, _ =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(1234));
                return Task.FromResult("late");
            });
            FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions { TimeProvider = clock }, Test)).Trail;
            Assert.Equal("1. Large (lab/large): answered after 1,234 ms", trail.Attempts[0].ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    internal static FallbackChain LongChain(int count)
    {
        var provider = new Provider("Tests.Long", "P", "https://long.example");
        var credential = new Credential("Tests.Long", "K", provider, null, null);
        Model[] models = [.. Enumerable.Range(0, count).Select(i => new Model("Tests.Long", $"M{i}", $"m-{i}", credential, false, null, 0, 0, null))];
        return FallbackChain.Create("Long", models);
    }

    private static Task<FallbackExhaustedException> Exhaust(FallbackChain chain, Script script) =>
        Assert.ThrowsAsync<FallbackExhaustedException>(() => chain.RunAsync(script.Call, new FallbackOptions(), Test));
}
