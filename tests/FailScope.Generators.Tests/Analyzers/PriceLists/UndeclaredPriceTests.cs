using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class UndeclaredPriceTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.UndeclaredPrice;

    protected override string Hit => Model("{|#0:\"acme/large\"|}, nameof(C)");

    [Fact]
    public void A_model_without_prices_that_is_listed_with_prices_is_reported() =>
        Assert.Equal([$"'M' declares no price, but {List} has InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6, UsdPerSearch = 0.01"], Finds(Model("[|\"acme/mini\"|], nameof(C), ContextWindow = 128_000")));

    [Theory]
    [InlineData("\"acme/large\", nameof(C), OutputUsdPerMillion = 15")]
    [InlineData("\"acme/large\", nameof(C), Free = false")]
    [InlineData("\"acme/large\", nameof(C), FromPriceList = true")]
    [InlineData("\"acme/large:nitro\", nameof(C)")]
    [InlineData("\"acme/mini:free\", nameof(C)")]
    [InlineData("\"acme/router\", nameof(C)")]
    [InlineData("\"acme/other\", nameof(C)")]
    public void A_model_with_a_price_or_without_a_listed_price_is_not_reported(string arguments) => FindsNothing(Model(arguments));
}
