using FailScope.CodeFixes.Use;
using FailScope.Generators.Analyzers.Use;

namespace FailScope.CodeFixes.Tests.Use;

public sealed class OnePriceTestedCodeFixTests
{
    [Theory]
    [InlineData("[|model.Pricing.InputUsdPerMillion == 0|]", "model.IsFree")]
    [InlineData("[|0m == model.Pricing.OutputUsdPerMillion|]", "model.IsFree")]
    [InlineData("[|model.Pricing.InputUsdPerMillion is 0|] && true", "model.IsFree && true")]
    [InlineData("!([|model.Pricing.InputUsdPerMillion <= 0|])", "!model.IsFree")]
    [InlineData("[|model.Pricing.InputUsdPerMillion > 0|]", "!model.IsFree")]
    [InlineData("[|model.Pricing.InputUsdPerMillion != 0|] /* why */", "!model.IsFree /* why */")]
    [InlineData("[|(model.Pricing.InputUsdPerMillion ?? 0) == 0|]", "model.IsFree")]
    [InlineData("[|model.Pricing.InputUsdPerMillion.GetValueOrDefault() == 0|]", "model.IsFree")]
    [InlineData("chain.Models.Any(one => [|one.Pricing.InputUsdPerMillion == 0|])", "chain.Models.Any(one => one.IsFree)")]
    [InlineData("[|chain.Models[0].Pricing.InputUsdPerMillion == 0|]", "chain.Models[0].IsFree")]
    [InlineData("[|model.Pricing.InputUsdPerMillion == 0 || model.Pricing.OutputUsdPerMillion == 0|]", "model.IsFree")]
    public Task The_test_of_a_price_becomes_IsFree(string before, string after) =>
        Fixing<OnePriceTestedAnalyzer, OnePriceTestedCodeFix>.Changes(Method($"return {before};"), Method($"return {after};"));

    [Theory]
    [InlineData("return [|model?.Pricing.InputUsdPerMillion == 0|];")]
    [InlineData("return [|pricing.InputUsdPerMillion == 0|];")]
    [InlineData("var price = model.Pricing.InputUsdPerMillion; return [|price == 0|];")]
    [InlineData("return model is { Pricing: { [|InputUsdPerMillion: 0|] } };")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion == 0 || chain.Models[0].Pricing.OutputUsdPerMillion == 0|];")]
    public Task Without_a_single_model_no_fix_is_offered(string body) =>
        Fixing<OnePriceTestedAnalyzer, OnePriceTestedCodeFix>.OffersNothing(Method(body));

    private static string Method(string body) => $$"""
        using System.Linq;
        using FailScope;

        class Choice
        {
            bool Get(Model model, ModelPricing pricing, FallbackChain chain)
            {
                {{body}}
            }

            bool GetOther(Model model, ModelPricing pricing, FallbackChain chain)
            {
                {{body}}
            }
        }
        """;
}
