using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Failures;

public sealed class RetireWordsTests
{
    [Theory]
    [InlineData(FailureKind.AuthenticationFailed, "every model on the key TeamA")]
    [InlineData(FailureKind.CreditExhausted, "the priced models of the billing account Team")]
    [InlineData(FailureKind.KeyBudgetExhausted, "the priced models on the key TeamA")]
    [InlineData(FailureKind.FreeQuotaExhausted, "the free models of the billing account Team")]
    [InlineData(FailureKind.UsageLimitReached, "every model of the billing account Team")]
    [InlineData(FailureKind.ProviderUnreachable, "every model at the provider Direct")]
    [InlineData(FailureKind.ContextLengthExceeded, "DirectA, and models with a window of up to 1,000,000 tokens")]
    [InlineData(FailureKind.RateLimited, "DirectA alone")]
    [InlineData(FailureKind.NotConfigured, "every model on the key TeamA")]
    public void The_models_that_the_failure_of_a_priced_model_retires_are_described(FailureKind kind, string words) => Assert.Equal(words, Shop.DirectA.DescribeRetired(kind));

    [Theory]
    [InlineData(FailureKind.CreditExhausted, "every model of the billing account Main")]
    [InlineData(FailureKind.KeyBudgetExhausted, "every model on the key Main")]
    [InlineData(FailureKind.FreeQuotaExhausted, "the free models of the billing account Main")]
    public void A_billing_failure_of_a_free_model_retires_every_model(FailureKind kind, string words) => Assert.Equal(words, Shop.SmallFree.DescribeRetired(kind));

    [Fact]
    public void An_undefined_kind_is_rejected() => Assert.Throws<ArgumentOutOfRangeException>(() => Shop.Large.DescribeRetired((FailureKind)99));

    [Fact]
    public void Every_effect_has_a_description()
    {
        string[] words = [.. Enum.GetValues<RetireEffect>().Select(RetireWords.Describe)];
        Assert.Equal(words.Length, words.Distinct().Count());
        Assert.Contains("from a priced model: the priced models on the key; from a free model: every model on the key", words);
        Assert.Contains("the free models of the billing account", words);
        Assert.Contains("the model alone", words);
    }
}
