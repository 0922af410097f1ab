using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class PricedFreeVariantTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.PricedFreeVariant;

    protected override string Hit => Catalog("""[Model("a:free", nameof(C), InputUsdPerMillion = {|#0:3|})] public static partial Model A { get; }""");

    [Theory]
    [InlineData("a:free", "InputUsdPerMillion = [|3|], OutputUsdPerMillion = 15", "InputUsdPerMillion")]
    [InlineData("a:FREE", "InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerImage = [|0.04|]", "UsdPerImage")]
    public void A_free_variant_with_a_price_is_reported_at_the_price(string id, string prices, string price) =>
        Assert.Equal(
            [$"The id of 'A' ends in ':free', but the model declares {price} above 0, so it counts as priced; correct the id or the price, or set Free = false"],
            Finds(Catalog($"[Model(\"{id}\", nameof(C), {prices})] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("a:free", "ContextWindow = 8")]
    [InlineData("a:free", "InputUsdPerMillion = 0, OutputUsdPerMillion = 0")]
    [InlineData("a:free", "InputUsdPerMillion = 3, Free = false")]
    [InlineData("a:free", "InputUsdPerMillion = 3, Free = true")]
    [InlineData("a:freedom", "InputUsdPerMillion = 3")]
    [InlineData("a:free:online", "InputUsdPerMillion = 3")]
    public void Other_variants_unpriced_models_and_models_that_set_Free_are_not_reported(string id, string rest) =>
        FindsNothing(Catalog($"[Model(\"{id}\", nameof(C), {rest})] public static partial Model A {{ get; }}"));
}
