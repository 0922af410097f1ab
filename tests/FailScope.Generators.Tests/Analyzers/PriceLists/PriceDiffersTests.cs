using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class PriceDiffersTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.PriceDiffers;

    protected override string Hit => Model("\"acme/large\", nameof(C), InputUsdPerMillion = {|#0:2|}");

    [Theory]
    [InlineData("acme/large", "InputUsdPerMillion = [|2|], OutputUsdPerMillion = 15", "InputUsdPerMillion = 2", "3")]
    [InlineData("acme/large", "InputUsdPerMillion = [|3.031|]", "InputUsdPerMillion = 3.031", "3")]
    [InlineData("acme/mini", "OutputUsdPerMillion = [|6e-1 * 2|]", "OutputUsdPerMillion = 1.2", "0.6")]
    [InlineData("acme/mini", "UsdPerSearch = [|0.02|]", "UsdPerSearch = 0.02", "0.01")]
    [InlineData("acme/tiers", "InputUsdPerMillion = [|3|]", "InputUsdPerMillion = 3", "2")]
    [InlineData("acme/zero", "InputUsdPerMillion = [|0.01|]", "InputUsdPerMillion = 0.01", "0")]
    public void A_price_beyond_the_tolerance_is_reported(string id, string prices, string declared, string listed) =>
        Assert.Equal([$"'M' declares {declared}, but {List} has {listed}"], Finds(Model($"\"{id}\", nameof(C), {prices}")));

    [Theory]
    [InlineData("acme/large", "InputUsdPerMillion = 3, OutputUsdPerMillion = 15")]
    [InlineData("acme/large", "InputUsdPerMillion = 3.03, OutputUsdPerMillion = 14.85")]
    [InlineData("acme/large", "UsdPerRequest = 1")]
    [InlineData("acme/tiers", "InputUsdPerMillion = 4, OutputUsdPerMillion = 12")]
    [InlineData("acme/large:nitro", "InputUsdPerMillion = 4")]
    [InlineData("acme/router", "InputUsdPerMillion = 4")]
    [InlineData("acme/other", "InputUsdPerMillion = 4")]
    public void A_price_within_the_tolerance_of_another_tier_or_unlisted_is_not_reported(string id, string prices) => FindsNothing(Model($"\"{id}\", nameof(C), {prices}"));
}
