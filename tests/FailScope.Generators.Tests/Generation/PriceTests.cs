using System.Globalization;
using FailScope.Generators.Pricing;

namespace FailScope.Generators.Tests.Generation;

public class PriceTests
{
    [Fact]
    public void The_price_names_match_in_the_attribute_the_descriptor_and_the_rules()
    {
        string[] rules = Enum.GetNames<Price>();

        Assert.Equal(rules, typeof(ModelPricing).GetProperties().Where(property => property.PropertyType == typeof(decimal?)).Select(property => property.Name));
        Assert.Equal(rules, typeof(ModelAttribute).GetProperties().Where(property => property.PropertyType == typeof(double)).Select(property => property.Name));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("0.25")]
    [InlineData("0.000001")]
    [InlineData("0.0000004")]
    [InlineData("0.0833333333333333")]
    [InlineData("1234.567891")]
    [InlineData("1000000000000")]
    [InlineData("1000000000000.5")]
    public void A_descriptor_has_exactly_the_declared_prices(string price)
    {
        decimal usd = decimal.Parse(price, CultureInfo.InvariantCulture);
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Catalog($$"""
            [Model("a", nameof(C), InputUsdPerMillion = {{price}}d, OutputUsdPerMillion = 15)] public static partial Model A { get; }
            [Model("b", nameof(C), InputUsdPerMillion = 15, OutputUsdPerMillion = {{price}}d)] public static partial Model B { get; }
            [Model("c", nameof(C), InputUsdPerMillion = {{price}}d, OutputUsdPerMillion = {{price}}d, UsdPerRequest = 0.5)] public static partial Model M { get; }
            [FallbackChain(nameof(A), nameof(B), nameof(M))] public static partial FallbackChain Chain { get; }
            """));

        Assert.Equal([(usd, 15m), (15m, usd), (usd, usd)], catalog.Models.Select(model => (model.Pricing.InputUsdPerMillion!.Value, model.Pricing.OutputUsdPerMillion!.Value)));
    }

    [Fact]
    public void An_undeclared_price_stays_undeclared()
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Catalog("""
            [Model("a", nameof(C), InputUsdPerMillion = 3)] public static partial Model A { get; }
            [Model("b", nameof(C), OutputUsdPerMillion = 3)] public static partial Model B { get; }
            [FallbackChain(nameof(A), nameof(B))] public static partial FallbackChain Chain { get; }
            """));

        Assert.Equal([(3m, null), (null, 3m)], catalog.Models.Select(model => (model.Pricing.InputUsdPerMillion, model.Pricing.OutputUsdPerMillion)));
    }
}
