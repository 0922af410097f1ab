using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Trail;

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
    public async Task A_trail_is_serialized_with_names_kinds_and_numbers_only()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.SmallFree, FailureKind.AuthenticationFailed);
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        string json = System.Text.RegularExpressions.Regex.Replace(System.Text.Json.JsonSerializer.Serialize(trail), "\"milliseconds\":[0-9.E-]+", "\"milliseconds\":1");
        Assert.Equal(
            """{"chain":"All","answeredBy":"LargeSpare","attempts":[""" +
            """{"model":"Large","milliseconds":1,"failure":"CreditExhausted"},""" +
            """{"model":"SmallFree","milliseconds":1,"failure":"AuthenticationFailed"},""" +
            """{"model":"LargeSpare","milliseconds":1}],"skipped":[""" +
            """{"model":"Medium","reason":"Scope","scope":"credit:FailScope.Tests.Fixtures.Shop/Main","sinceAttempt":1}]}""",
            json);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Deserialize<FallbackTrail>(json));
        Assert.Contains("Read it as a FallbackTrailRecord.", refusal.Message, StringComparison.Ordinal);
        FallbackTrailRecord read = System.Text.Json.JsonSerializer.Deserialize<FallbackTrailRecord>(json)!;
        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(read));
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<FallbackTrailRecord>("""{"chain":"All"}"""));
    }

    [Fact]
    public async Task A_trail_without_a_response_is_serialized_too()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Pair.RunAsync(script.Call, new FallbackOptions(), Test));
        Assert.StartsWith("""{"chain":"Pair","answeredBy":null,"attempts":[{"model":"DirectA",""", System.Text.Json.JsonSerializer.Serialize(exhausted.Trail), StringComparison.Ordinal);
        Assert.Equal("DirectB (direct-1): CreditExhausted retired credit:FailScope.Tests.Fixtures.Shop/Team at attempt 1", Assert.Single(exhausted.Trail.Skipped).ToString());
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
    public async Task A_context_window_that_is_too_small_is_the_reason()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.ContextLengthExceeded);
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        Assert.Equal([Shop.Medium, Shop.SmallFree, Shop.LargeSpare], trail.Skipped.Select(skipped => skipped.Model));
        Assert.All(trail.Skipped, skipped => Assert.Equal((SkipReason.ContextWindow, (IScopeKey?)null), (skipped.Reason, skipped.Scope)));
    }

    [Fact]
    public async Task Free_models_retired_by_their_quota_are_skipped_only_if_they_precede_the_model_that_answered()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Large", "SmallFree", "Medium");
        Script script = new Script().Fails(Shop.Large, FailureKind.FreeQuotaExhausted);
        FallbackTrail trail = (await chain.RunWithTrailAsync(script.Call, new FallbackOptions(), Test)).Trail;
        Assert.Equal(Shop.Medium, trail.AnsweredBy);
        Assert.Equal([ScopeKind.FreeQuota], trail.Skipped.Select(skipped => skipped.Scope!.Kind));
    }

    [Fact]
    public async Task The_trail_of_a_first_model_that_answers_has_one_attempt()
    {
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(new Script().Call, null, Test)).Trail;
        Assert.Equal(Shop.Large, trail.AnsweredBy);
        Assert.Empty(trail.Skipped);
        Assert.True(Assert.Single(trail.Attempts).Answered);
        Assert.False(trail.IsBilling);
        Assert.StartsWith("Large (lab/large) of the chain 'All' answered at attempt 1, 0 models skipped.", trail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exception_of_an_exhausted_chain_mentions_every_model()
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
        Assert.Contains("billing is part of the cause (account Main, Team)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_billing_failure_is_called_billing()
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
    public async Task A_cause_common_to_all_attempts_is_stated(FailureKind kind, string cause, bool isBilling)
    {
        Script script = new Script().Fails(Shop.DirectA, kind).Fails(Shop.DirectB, kind);
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.StartsWith($"No model of the chain 'Pair' answered: {cause}", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(isBilling, thrown.IsBilling);
    }

    [Fact]
    public async Task Different_billing_failures_are_summarized_as_billing()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.KeyBudgetExhausted).Fails(Shop.DirectB, FailureKind.CreditExhausted);
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.Contains("billing: no credit is left on Team.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exhausted_free_quota_is_stated_and_is_not_billing()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("SmallFree");
        FallbackExhaustedException thrown = await Exhaust(chain, new Script().Fails(Shop.SmallFree, FailureKind.FreeQuotaExhausted));
        Assert.Contains("every free quota is used up", thrown.Message, StringComparison.Ordinal);
        Assert.False(thrown.IsBilling);
    }

    [Fact]
    public async Task The_description_of_a_turn_has_a_line_for_each_model()
    {
        var clock = new FakeTimeProvider();
        Script script = new Script().Fails(Shop.Large, FailureKind.CreditExhausted).Does(Shop.SmallFree, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            throw new FailedCallException(new Failure(FailureKind.RateLimited));
        });
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions { TimeProvider = clock }, Test)).Trail;
        Assert.Equal(
            """
            LargeSpare (lab/large) of the chain 'All' answered at attempt 3, 1 model skipped.
            Tried:
              1. Large (lab/large): failed after 0 ms: CreditExhausted
              2. SmallFree (lab/small:free): failed after 2,000 ms: RateLimited
              3. LargeSpare (lab/large): answered after 0 ms
            Skipped:
              Medium (lab/medium): CreditExhausted retired credit:FailScope.Tests.Fixtures.Shop/Main at attempt 1
            """,
            trail.ToString());
        Assert.Same(trail.Skipped, trail.Skipped);
        Assert.Same(trail.Attempts, trail.Attempts);
    }

    [Theory]
    [InlineData(1, "The turn ended after 1 attempt, before every model was tried.")]
    [InlineData(2, "The turn ended after 2 attempts, before every model was tried.")]
    public async Task A_turn_that_reached_its_attempt_limit_says_so(int most, string words)
    {
        FallbackExhaustedException thrown = await Exhaust(Shop.All, new Script().Fails(Shop.Large, FailureKind.Unknown).Fails(Shop.Medium, FailureKind.Unknown), new() { MaxAttempts = most });
        Assert.StartsWith($"No model of the chain 'All' answered: every model failed. {words}\nTried:\n  1. Large", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n  DirectB (direct-1): the turn's limit of attempts was reached", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_reached_its_time_limit_says_so()
    {
        var clock = new FakeTimeProvider();
        Script script = new Script().Does(Shop.DirectA, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(8));
            throw new FailedCallException(new Failure(FailureKind.Overloaded));
        });
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script, new() { Timeout = TimeSpan.FromSeconds(8), TimeProvider = clock });
        Assert.Equal(
            """
            No model of the chain 'Pair' answered: every model is overloaded. The turn's time limit passed before every model was tried.
            Tried:
              1. DirectA (direct-1): failed after 8,000 ms: Overloaded
            Skipped:
              DirectB (direct-1): the turn's time limit had passed
            What to do:
              Try again later, or add a model at another provider to the chain.
            """,
            thrown.Message);
    }

    [Fact]
    public void A_conversation_under_no_key_of_the_chain_is_the_cause()
    {
        var turn = new FallbackTurn(Shop.Pair, cancellationToken: TestContext.Current.CancellationToken);
        turn.Exclude(Shop.DirectA, SkipReason.Conversation);
        turn.Exclude(Shop.DirectB, SkipReason.Conversation);
        Assert.False(turn.TryNext(out _));
        FallbackTrail trail = turn.Exhausted().Trail;
        Assert.Equal(
            """
            No model of the chain 'Pair' answered: the conversation belongs to a key that is not in the chain.
            Skipped:
              DirectA (direct-1): the conversation belongs to another key
              DirectB (direct-1): the conversation belongs to another key
            """,
            trail.ToString());
        Assert.Null(trail.StoppedBy);
    }

    [Fact]
    public void A_model_that_lacks_a_capability_says_which()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Medium", "SmallFree");
        const ModelCapabilities Needs = ModelCapabilities.Tools | ModelCapabilities.Vision;
        Assert.Equal(
            """
            No model of the chain '(Medium, SmallFree)' answered: no model has what the request needs (Tools, Vision).
            Skipped:
              Medium (lab/medium): lacks Vision
              SmallFree (lab/small:free): lacks Tools, Vision
            """,
            new FallbackTrail(chain, Needs).ToString());
    }

    [Fact]
    public async Task A_context_window_that_is_too_small_names_the_attempt()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Medium", "SmallFree");
        FallbackExhaustedException thrown = await Exhaust(chain, new Script().Fails(Shop.Medium, FailureKind.ContextLengthExceeded));
        Assert.Contains("\n  SmallFree (lab/small:free): its context window is not larger than that of the model at attempt 1\n", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_accounts_with_billing_failures_are_named_and_each_once()
    {
        Script script = new Script()
            .Fails(Shop.Large, FailureKind.RequestTooExpensive)
            .Fails(Shop.Medium, FailureKind.RequestTooExpensive)
            .Fails(Shop.LargeSpare, FailureKind.RateLimited);
        FallbackExhaustedException thrown = await Exhaust(Shop.Catalog.CreateChain("Large", "Medium", "LargeSpare"), script);
        Assert.Contains("answered: billing is part of the cause (account Main).\n", thrown.Message, StringComparison.Ordinal);
        Assert.False(thrown.Trail.Attempts[2].Failure!.IsBilling);
    }

    [Theory]
    [InlineData(FailureKind.CreditExhausted, "billing: every account is out of credit: Main, Spare.")]
    [InlineData(FailureKind.RequestTooExpensive, "billing: the request costs more than is left: Main, Spare.")]
    [InlineData(FailureKind.KeyBudgetExhausted, "billing: every key has spent its budget: Main, Spare.")]
    public async Task All_accounts_without_credit_are_named_in_order(FailureKind kind, string cause)
    {
        Script script = new Script().Fails(Shop.Large, kind).Fails(Shop.LargeSpare, kind);
        Assert.Contains($"answered: {cause}\n", (await Exhaust(Shop.Catalog.CreateChain("Large", "LargeSpare"), script)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_is_not_common_to_all_attempts_is_not_the_cause()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.RateLimited).Fails(Shop.DirectB, FailureKind.Overloaded);
        Assert.StartsWith("No model of the chain 'Pair' answered: every model failed.\n", (await Exhaust(Shop.Pair, script)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "\n  and 1 more")]
    public async Task A_message_lists_at_most_twenty_models(int count, string? rest)
    {
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(
            () => Chain.OfLength(count).RunAsync<string>((_, _) => throw new FailedCallException(new Failure(FailureKind.Overloaded)), Test));
        Assert.Equal(rest is not null, thrown.Message.Contains($"{rest ?? "more"}\nWhat to do:\n", StringComparison.Ordinal));
        Assert.Contains("\n  20. M19 (m-19): ", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  21. ", thrown.Message, StringComparison.Ordinal);
        Assert.Same(thrown.Message, thrown.Message);
    }

    [Fact]
    public async Task An_exhausted_chain_shows_its_description_and_the_last_inner_exception()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.Unknown).Does(Shop.DirectB, _ => throw new FormatException("no number"));
        FallbackExhaustedException thrown = await Exhaust(Shop.Pair, script);
        Assert.StartsWith($"FailScope.FallbackExhaustedException: {thrown.Message}\n ---> System.FormatException: no number\n   at ", thrown.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"\n   --- End of inner exception stack trace ---\n{thrown.StackTrace}", thrown.ToString(), StringComparison.Ordinal);

        FallbackExhaustedException uncalled = new(new FallbackTrail(Shop.Pair, default));
        Assert.Null(uncalled.InnerException);
        Assert.Equal($"FailScope.FallbackExhaustedException: {uncalled.Message}\n", uncalled.ToString());
    }

    [Fact]
    public async Task A_failure_that_is_read_on_demand_is_read_once()
    {
        Script script = new Script().Does(Shop.Large, _ => throw new HttpRequestException("busy", null, System.Net.HttpStatusCode.ServiceUnavailable));
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync(script.Call, null, Test)).Trail;
        Assert.Equal((FailureKind.Overloaded, 503, "busy"), (trail.Attempts[0].Failure!.Kind, trail.Attempts[0].Failure!.StatusCode, trail.Attempts[0].Failure!.Message));
        Assert.Same(trail.Attempts[0].Failure, trail.Attempts[0].Failure);
        Assert.Null(trail.Attempts[1].Failure);
        Assert.Equal([false, true], trail.Attempts.Select(attempt => attempt.Answered));
    }

    [Fact]
    public async Task A_long_chain_is_complete_in_the_trail_and_shortened_in_the_message()
    {
        FallbackChain chain = Chain.OfLength(100);
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(
            () => chain.RunAsync<string>((_, _) => throw new FailedCallException(new Failure(FailureKind.Overloaded)), new FallbackOptions(), Test));
        Assert.Equal(100, thrown.Trail.Attempts.Count);
        Assert.Contains("and 80 more", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("M99", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("M99", thrown.Trail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_quoted_by_a_provider_is_shown()
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
            var clock = new FakeTimeProvider();
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

    private static Task<FallbackExhaustedException> Exhaust(FallbackChain chain, Script script, FallbackOptions? options = null) =>
        Assert.ThrowsAsync<FallbackExhaustedException>(() => chain.RunAsync(script.Call, options ?? new FallbackOptions(), Test));
}
