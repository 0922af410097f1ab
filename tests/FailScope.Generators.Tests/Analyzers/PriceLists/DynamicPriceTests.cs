using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class DynamicPriceTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.DynamicPrice;

    protected override string Hit => Model("{|#0:\"acme/router\"|}, nameof(C)");

    [Fact]
    public void A_model_whose_price_is_decided_with_each_request_is_reported() =>
        Assert.Equal([$"'M' has no fixed price: {List} lists -1, because each request is billed at the price of the model that is chosen for it"], Finds(Model("[|\"acme/router\"|], nameof(C), InputUsdPerMillion = 1")));

    [Fact]
    public void One_with_a_price_is_not() => FindsNothing(Model("\"acme/large\", nameof(C)"));
}
