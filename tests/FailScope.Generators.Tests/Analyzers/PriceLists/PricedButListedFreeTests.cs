using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class PricedButListedFreeTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.PricedButListedFree;

    protected override string Hit => Model("{|#0:\"acme/zero\"|}, nameof(C)");

    [Theory]
    [InlineData("[|\"acme/zero\"|], nameof(C)")]
    [InlineData("[|\"acme/zero\"|], nameof(C), InputUsdPerMillion = 1")]
    [InlineData("[|\"acme/mini:free\"|], nameof(C), UsdPerRequest = 1")]
    public void A_priced_model_that_is_listed_as_free_is_reported(string arguments) =>
        Assert.Equal([$"'M' counts as priced, but {List} lists it as free, so it would be skipped when its account is out of credit"], Finds(Model(arguments)));

    [Theory]
    [InlineData("\"acme/zero\", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 0")]
    [InlineData("\"acme/zero\", nameof(C), Free = false")]
    [InlineData("\"acme/zero\", nameof(C), FromPriceList = true")]
    [InlineData("\"acme/zero:online\", nameof(C)")]
    [InlineData("\"acme/song\", nameof(C)")]
    [InlineData("\"acme/pages\", nameof(C)")]
    [InlineData("\"acme/large\", nameof(C)")]
    public void A_model_that_costs_something_or_may_is_not_reported(string arguments) => FindsNothing(Model(arguments));
}
