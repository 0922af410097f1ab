using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class FreeButListedWithPriceTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.FreeButListedWithPrice;

    protected override string Hit => Model("\"acme/large\", nameof(C), Free = {|#0:true|}");

    [Theory]
    [InlineData("\"acme/large\", nameof(C), Free = [|true|]", "InputUsdPerMillion = 3")]
    [InlineData("\"acme/large\", nameof(C), InputUsdPerMillion = [|0|], OutputUsdPerMillion = 0", "InputUsdPerMillion = 3")]
    [InlineData("\"acme/pages\", nameof(C), InputUsdPerMillion = [|0|], OutputUsdPerMillion = 0", "UsdPerRequest = 0.01")]
    [InlineData("\"acme/large:online\", nameof(C), Free = [|true|]", "InputUsdPerMillion = 3")]
    [InlineData("\"acme/router\", nameof(C), Free = [|true|]", "a price that depends on the request")]
    [InlineData("\"acme/large\", nameof(C), FromPriceList = true, Free = [|true|]", "InputUsdPerMillion = 3")]
    public void A_free_model_with_a_listed_price_is_reported(string arguments, string price) =>
        Assert.Equal([$"'M' counts as free, but {List} has {price}, so it would be called when its account is out of credit"], Finds(Model(arguments)));

    [Theory]
    [InlineData("\"acme/mini:free\", nameof(C)")]
    [InlineData("\"acme/zero\", nameof(C), Free = true")]
    [InlineData("\"acme/song\", nameof(C), Free = true")]
    [InlineData("\"acme/large\", nameof(C), InputUsdPerMillion = 3")]
    [InlineData("\"acme/pages\", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerRequest = 0.01")]
    [InlineData("\"acme/other\", nameof(C), Free = true")]
    public void A_model_listed_as_free_or_a_priced_one_is_not_reported(string arguments) => FindsNothing(Model(arguments));
}
