using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class UnknownPriceReadAsZeroTests : RuleTests<UnknownPriceReadAsZeroAnalyzer>
{
    protected override string Id => DiagnosticIds.UnknownPriceReadAsZero;

    protected override string Hit => Method("return {|#0:model.Pricing.InputUsdPerMillion ?? 0|};");

    [Theory]
    [InlineData("return [|model.Pricing.OutputUsdPerMillion ?? 0m|];")]
    [InlineData("return [|model.Pricing.UsdPerRequest ?? default|];")]
    [InlineData("return [|model.Pricing.UsdPerRequest ?? default(decimal)|];")]
    [InlineData("return [|model?.Pricing.InputUsdPerMillion ?? 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion.GetValueOrDefault()|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion.GetValueOrDefault(0)|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion == null ? 0 : model.Pricing.InputUsdPerMillion.Value|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion is not null ? model.Pricing.InputUsdPerMillion.Value : 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion.HasValue ? model.Pricing.InputUsdPerMillion.Value : 0|];")]
    [InlineData("return [|!model.Pricing.InputUsdPerMillion.HasValue ? 0 : model.Pricing.InputUsdPerMillion.Value|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion is null or 0|] ? 1 : 2;")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion == null || model.Pricing.InputUsdPerMillion == 0|] ? 1 : 2;")]
    [InlineData("return [|!model.Pricing.InputUsdPerMillion.HasValue || model.Pricing.InputUsdPerMillion.Value is 0|] ? 1 : 2;")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion switch { null => 0, var price => price.Value }|];")]
    [InlineData("var price = model.Pricing.InputUsdPerMillion; return [|price ?? 0|];")]
    [InlineData("return ([|model.Pricing.InputUsdPerMillion ?? 0|]) == 0 ? 1 : 2;")]
    public Task An_unknown_price_that_becomes_0_is_reported(string body) => Analyzing<UnknownPriceReadAsZeroAnalyzer>.Reports(Method(body));

    [Theory]
    [InlineData("return model.Pricing.InputUsdPerMillion ?? 3;")]
    [InlineData("return model.Pricing.InputUsdPerMillion ?? decimal.MaxValue;")]
    [InlineData("return model.Pricing.InputUsdPerMillion ?? throw new System.Exception();")]
    [InlineData("return model.Pricing.InputUsdPerMillion.GetValueOrDefault(99);")]
    [InlineData("return model.Pricing.InputUsdPerMillion is { } price ? price : -1;")]
    [InlineData("return model.Pricing.InputUsdPerMillion == null ? 9 : 0;")]
    [InlineData("return model.Pricing.InputUsdPerMillion is null ? 9 : 1;")]
    [InlineData("return model.Pricing.InputUsdPerMillion is 0 or 1 ? 9 : 1;")]
    [InlineData("return model.Pricing.InputUsdPerMillion is null || model.IsFree ? 9 : 1;")]
    [InlineData("return model.ContextWindow ?? 0;")]
    [InlineData("return other.InputUsdPerMillion ?? 0;")]
    public Task An_unknown_price_that_stays_unknown_is_not_reported(string body) => Analyzing<UnknownPriceReadAsZeroAnalyzer>.ReportsNothing(Method(body));

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<UnknownPriceReadAsZeroAnalyzer>.Run("class ModelPricing { decimal? InputUsdPerMillion; decimal Get() => InputUsdPerMillion ?? 0; }", [], withPackage: false);

    private static string Method(string body) => $$"""
        using FailScope;

        class Other { public decimal? InputUsdPerMillion { get; set; } }

        class Cost
        {
            decimal Get(Model model, Other other)
            {
                {{body}}
            }
        }
        """;
}
