using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Trail;

public sealed class RemedyTests
{
    public static TheoryData<FailureKind> Kinds => [.. Enum.GetValues<FailureKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_remedy_is_a_sentence_with_every_name_filled_in(FailureKind kind)
    {
        if (Remedy.For(kind, Shop.Large) is { } remedy)
        {
            Assert.DoesNotContain('{', remedy);
            Assert.EndsWith(".", remedy, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(kind, new[] { FailureKind.Unknown, FailureKind.Cancelled });
        }
    }

    [Theory]
    [InlineData(FailureKind.CreditExhausted, "Add credit to the account 'Main' at Router.")]
    [InlineData(FailureKind.ModelUnavailable, "Check that Router still offers the model id 'lab/large', and that the credential 'Main' (SHOP_ROUTER_KEY) has access to it.")]
    public void A_remedy_names_the_failed_resource(FailureKind kind, string expected) => Assert.Equal(expected, Remedy.For(kind, Shop.Large));

    [Fact]
    public void A_credential_without_an_environment_variable_is_named_by_itself() =>
        Assert.Equal("Set the API key of the credential 'TeamA'.", Remedy.For(FailureKind.NotConfigured, Shop.DirectA));

    [Fact]
    public async Task An_exhausted_turn_has_one_remedy_for_each_failure()
    {
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.All.RunAsync<string>(
            (_, _) => throw new FailedCallException(new Failure(FailureKind.RequestTooExpensive)), TestContext.Current.CancellationToken));

        Assert.Equal(thrown.Trail.Remedies.Distinct(), thrown.Trail.Remedies);
        Assert.EndsWith("What to do:\n  " + string.Join("\n  ", thrown.Trail.Remedies), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_with_a_response_has_no_remedies()
    {
        FallbackTrail trail = (await Shop.All.RunWithTrailAsync((model, _) => model == Shop.Large
            ? throw new FailedCallException(new Failure(FailureKind.RateLimited))
            : Task.FromResult("hello"), cancellationToken: TestContext.Current.CancellationToken)).Trail;

        Assert.DoesNotContain("What to do", trail.ToString(), StringComparison.Ordinal);
        Assert.Single(trail.Remedies);
    }
}
