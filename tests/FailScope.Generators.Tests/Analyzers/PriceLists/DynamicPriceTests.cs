using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class DynamicPriceTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.DynamicPrice;

    protected override string Hit => Model("{|#0:\"acme/router\"|}, nameof(C)");

    [Fact]
    public void A_model_whose_price_is_decided_with_each_request_is_reported() =>
        Assert.Equal([$"'M': {List} has a price of -1: it is decided with each request, by the model that is chosen"], Finds(Model("[|\"acme/router\"|], nameof(C), InputUsdPerMillion = 1")));

    [Fact]
    public void One_with_a_price_is_not() => FindsNothing(Model("\"acme/large\", nameof(C)"));
}
