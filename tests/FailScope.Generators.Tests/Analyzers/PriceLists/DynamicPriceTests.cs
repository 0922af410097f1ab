using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class DynamicPriceTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.DynamicPrice;

    protected override string Hit => Model("{|#0:\"acme/router\"|}, nameof(C)");

    [Fact]
    public void A_model_whose_price_depends_on_the_request_is_reported() =>
        Assert.Equal([$"'M' has no fixed price: {List} lists -1, because each request is billed at the price of the model that is chosen for it"], Finds(Model("[|\"acme/router\"|], nameof(C), InputUsdPerMillion = 1")));

    [Fact]
    public void A_model_with_a_fixed_price_is_not_reported() => FindsNothing(Model("\"acme/large\", nameof(C)"));
}
