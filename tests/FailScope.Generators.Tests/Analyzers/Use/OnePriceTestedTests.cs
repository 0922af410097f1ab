using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class OnePriceTestedTests : RuleTests<OnePriceTestedAnalyzer>
{
    protected override string Id => DiagnosticIds.OnePriceTested;

    protected override string Hit => Method("return {|#0:model.Pricing.InputUsdPerMillion == 0|};");

    [Theory]
    [InlineData("return [|model.Pricing.OutputUsdPerMillion == 0m|];")]
    [InlineData("return [|0 == model.Pricing.InputUsdPerMillion|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion != 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion > 0|];")]
    [InlineData("return !([|model.Pricing.InputUsdPerMillion <= 0|]);")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion is 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion is not 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion is > 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion.Value == 0|];")]
    [InlineData("return [|(model.Pricing.InputUsdPerMillion ?? 0) == 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion.GetValueOrDefault() == 0|];")]
    [InlineData("return [|model?.Pricing.InputUsdPerMillion == 0|];")]
    [InlineData("return model is { Pricing: { [|InputUsdPerMillion: 0|] } };")]
    [InlineData("return models.Any(m => [|m.Pricing.InputUsdPerMillion == 0|]);")]
    [InlineData("var price = model.Pricing.InputUsdPerMillion; return [|price == 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion == 0 || model.Pricing.OutputUsdPerMillion == 0|];")]
    [InlineData("return [|model.Pricing.InputUsdPerMillion is 0 || 0 == model.Pricing.OutputUsdPerMillion|];")]
    public Task A_decision_by_one_price_is_reported(string body) => Analyzing<OnePriceTestedAnalyzer>.Reports(Method(body));

    [Theory]
    [InlineData("return model.IsFree;")]
    [InlineData("return model.Pricing.InputUsdPerMillion == 0 && model.Pricing.OutputUsdPerMillion == 0;")]
    [InlineData("return model.Pricing is { InputUsdPerMillion: 0, OutputUsdPerMillion: 0 };")]
    [InlineData("return model.Pricing.InputUsdPerMillion > 0 || model.Pricing.OutputUsdPerMillion > 0;")]
    [InlineData("return model.Pricing.InputUsdPerMillion == 3;")]
    [InlineData("return model.Pricing.InputUsdPerMillion < 5;")]
    [InlineData("return model.Pricing.InputUsdPerMillion is null;")]
    [InlineData("return model.Pricing.UsdPerRequest == 0;")]
    [InlineData("if (model.Pricing.InputUsdPerMillion == 0) { return model.IsFree; } return false;")]
    [InlineData("decimal cost = 0; if (model.Pricing.InputUsdPerMillion > 0) cost += 7 * model.Pricing.InputUsdPerMillion.Value; return cost > 1;")]
    [InlineData("if (model.Pricing.InputUsdPerMillion != 0) { } if (model.Pricing.OutputUsdPerMillion != 0) { } return true;")]
    [InlineData("return model.ContextWindow == 0;")]
    public Task Code_that_also_uses_other_facts_is_not_reported(string body) => Analyzing<OnePriceTestedAnalyzer>.ReportsNothing(Method(body));

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<OnePriceTestedAnalyzer>.Run("class ModelPricing { decimal? InputUsdPerMillion; bool Free => InputUsdPerMillion == 0; }", [], withPackage: false);

    private static string Method(string body) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using FailScope;

        class Choice
        {
            bool Get(Model model, List<Model> models)
            {
                {{body}}
            }
        }
        """;
}
