namespace FailScope.Testing.Tests;

/// <summary>A failed assertion shows what was expected and what happened, and prints the trail.</summary>
public sealed class AssertionTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    public static TheoryData<string> Failing => [.. Failures.Keys];

    private static Dictionary<string, Action<FallbackTrail>> Failures { get; } = new()
    {
        ["tried Sonnet, Gpt, and has tried Sonnet, LlamaFree"] = trail => trail.ShouldHaveTried(Models.Sonnet, Models.Gpt),
        ["tried no model, and has tried Sonnet, LlamaFree"] = trail => trail.ShouldHaveTried(),
        ["been answered by Gpt, and has been answered by LlamaFree"] = trail => trail.ShouldHaveBeenAnsweredBy(Models.Gpt),
        ["been answered by no model, and has been answered by LlamaFree"] = trail => trail.ShouldHaveBeenExhausted(),
        ["failed at Sonnet with RateLimited, and has failed there with CreditExhausted"] = trail => trail.ShouldHaveFailed(Models.Sonnet, FailureKind.RateLimited),
        ["failed at LlamaFree with RateLimited, and has been answered by LlamaFree"] = trail => trail.ShouldHaveFailed(Models.LlamaFree, FailureKind.RateLimited),
        ["failed at Gpt with RateLimited, and has not tried Gpt"] = trail => trail.ShouldHaveFailed(Models.Gpt, FailureKind.RateLimited),
        ["skipped Gpt because of its Credential scope, and has skipped it because of its Credit scope"] = trail => trail.ShouldHaveSkipped(Models.Gpt, ScopeKind.Credential),
        ["skipped Gpt because of Capability, and has skipped it because of its Credit scope"] = trail => trail.ShouldHaveSkipped(Models.Gpt, SkipReason.Capability),
        ["skipped Sonnet because of its Credit scope, and has not skipped Sonnet"] = trail => trail.ShouldHaveSkipped(Models.Sonnet, ScopeKind.Credit),
        ["skipped no model, and has skipped Gpt"] = trail => trail.ShouldHaveSkippedNone(),
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_failed_assertion_shows_expected_and_actual_and_the_trail(string expected)
    {
        FallbackTrail trail = await OutOfCreditAsync();
        FallbackAssertionException exception = Assert.Throws<FallbackAssertionException>(() => Failures[expected](trail));
        Assert.Equal($"The turn should have {expected}.\n{trail}", exception.Message);
    }

    [Fact]
    public async Task Assertions_that_hold_return_the_trail()
    {
        FallbackTrail trail = await OutOfCreditAsync();
        Assert.Same(trail, trail.ShouldHaveTried(Models.Sonnet, Models.LlamaFree)
            .ShouldHaveFailed(Models.Sonnet, FailureKind.CreditExhausted)
            .ShouldHaveSkipped(Models.Gpt, ScopeKind.Credit)
            .ShouldHaveSkipped(Models.Gpt, SkipReason.Scope)
            .ShouldHaveBeenAnsweredBy(Models.LlamaFree));
    }

    [Fact]
    public void A_missing_trail_is_explained()
    {
        FallbackAssertionException exception = Assert.Throws<FallbackAssertionException>(() => ((FallbackTrail?)null).ShouldHaveTried(Models.Sonnet));
        Assert.Contains("ReportFirstChoice", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_actual_calls_are_listed_if_others_were_expected()
    {
        using var upstream = new FakeUpstream(Models.Catalog);
        Assert.Contains("No call arrived.", Assert.Throws<FallbackAssertionException>(() => upstream.ShouldHaveBeenCalledFor(Models.Sonnet)).Message, StringComparison.Ordinal);
        await Sdks.AskAsync(upstream, Models.GptMini, Test);
        upstream.ShouldHaveBeenCalledFor(Models.GptMini);
        FallbackAssertionException exception = Assert.Throws<FallbackAssertionException>(() => upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.Gpt));
        Assert.StartsWith("The upstream should have been called for Sonnet, Gpt. These calls arrived:\n  1. GptMini (gpt-5-mini) with the key Direct, at ", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<FallbackTrail> OutOfCreditAsync()
    {
        FallbackResult<string> result = await Models.Chat.RunWithTrailAsync(
            (model, _) => model == Models.Sonnet
                ? throw new FailedCallException(FailureClassifier.Classify(FakeProvider.OpenRouter.CreditExhausted().ToProviderError()))
                : Task.FromResult("Hello"),
            cancellationToken: Test);
        return result.Trail;
    }
}
