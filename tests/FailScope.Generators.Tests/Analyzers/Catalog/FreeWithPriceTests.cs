using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class FreeWithPriceTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.FreeWithPrice;

    protected override string Hit => Catalog("""[Model("a", nameof(C), Free = {|#0:true|}, InputUsdPerMillion = 3)] public static partial Model A { get; }""");

    [Theory]
    [InlineData("InputUsdPerMillion = 3, OutputUsdPerMillion = 15", "InputUsdPerMillion")]
    [InlineData("InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerRequest = 0.01", "UsdPerRequest")]
    public void Free_together_with_a_price_is_reported(string prices, string price) =>
        Assert.Equal(
            [$"'A' sets Free = true, which overrides its {price} above 0, so it would be called when its account is out of credit"],
            Finds(Catalog($"[Model(\"a\", nameof(C), {prices}, Free = [|true|])] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("Free = true")]
    [InlineData("Free = true, InputUsdPerMillion = 0, OutputUsdPerMillion = 0")]
    [InlineData("Free = false, InputUsdPerMillion = 3")]
    [InlineData("InputUsdPerMillion = 3")]
    public void Free_without_a_price_is_not_reported(string rest) =>
        FindsNothing(Catalog($"[Model(\"a\", nameof(C), {rest})] public static partial Model A {{ get; }}"));
}
