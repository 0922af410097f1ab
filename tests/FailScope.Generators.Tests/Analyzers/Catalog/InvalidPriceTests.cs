using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class InvalidPriceTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.InvalidPrice;

    protected override string Hit => Catalog("""[Model("a", nameof(C), InputUsdPerMillion = {|#0:-1|})] public static partial Model A { get; }""");

    [Theory]
    [InlineData("-1")]
    [InlineData("-0.5")]
    [InlineData("double.NaN")]
    [InlineData("double.PositiveInfinity")]
    [InlineData("1e300")]
    [InlineData("1e-40")]
    [InlineData("1 - 2")]
    public void An_invalid_price_is_reported(string price)
    {
        Assert.Equal(
            [$"'A' declares UsdPerRequest as '{price}', but a price must be a finite number of US dollars, 0 or more"],
            Finds(Catalog($"[Model(\"a\", nameof(C), UsdPerRequest = [|{price}|])] public static partial Model A {{ get; }}")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("3")]
    [InlineData("0.0000001")]
    [InlineData("1_000")]
    [InlineData("3f")]
    [InlineData("1.5 * 2")]
    [InlineData("\"3\"")]
    [InlineData("3m")]
    [InlineData("Nothing")]
    [InlineData("")]
    public void A_valid_price_and_what_the_compiler_reports_are_not_reported(string price) =>
        FindsNothing(Catalog($"[Model(\"a\", nameof(C), UsdPerRequest = {price})] public static partial Model A {{ get; }}"));
}
