using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class OneSideZeroTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.OneSideZero;

    protected override string Hit => Catalog("""[Model("a", nameof(C), InputUsdPerMillion = {|#0:0|}, OutputUsdPerMillion = 250)] public static partial Model A { get; }""");

    [Theory]
    [InlineData("InputUsdPerMillion = [|0|], OutputUsdPerMillion = 250", "0 for input tokens and 250 for output tokens")]
    [InlineData("InputUsdPerMillion = 0.14, OutputUsdPerMillion = [|0.0|]", "0 for output tokens and 0.14 for input tokens")]
    [InlineData("InputUsdPerMillion = [|0|]", "0 for input tokens and nothing for output tokens")]
    [InlineData("OutputUsdPerMillion = [|0|]", "0 for output tokens and nothing for input tokens")]
    public void One_token_price_of_zero_is_reported_at_the_zero(string prices, string what) =>
        Assert.Equal(
            [$"'A' declares {what}, so it counts as priced; correct the prices, or set Free = false"],
            Finds(Catalog($"[Model(\"a\", nameof(C), {prices})] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("InputUsdPerMillion = 0, OutputUsdPerMillion = 0")]
    [InlineData("InputUsdPerMillion = 1, OutputUsdPerMillion = 2")]
    [InlineData("InputUsdPerMillion = 1")]
    [InlineData("UsdPerRequest = 0")]
    [InlineData("InputUsdPerMillion = 0, OutputUsdPerMillion = 250, Free = false")]
    [InlineData("InputUsdPerMillion = 0, Free = true")]
    [InlineData("InputUsdPerMillion = 0, OutputUsdPerMillion = -1")]
    public void Two_zeros_no_zero_and_models_that_set_Free_are_not_reported(string prices) =>
        FindsNothing(Catalog($"[Model(\"a\", nameof(C), {prices})] public static partial Model A {{ get; }}"));

    [Fact]
    public void A_free_variant_with_one_zero_is_not_reported() => FindsNothing(Catalog("""[Model("a:free", nameof(C), InputUsdPerMillion = 0)] public static partial Model A { get; }"""));

    [Theory]
    [InlineData("mistral-embed", "InputUsdPerMillion = 0.1, OutputUsdPerMillion = 0")]
    [InlineData("voyage/rerank-2.5", "InputUsdPerMillion = 0.05, OutputUsdPerMillion = 0")]
    public void A_model_without_output_is_not_reported(string id, string prices) =>
        FindsNothing(Catalog($"[Model(\"{id}\", nameof(C), {prices})] public static partial Model A {{ get; }}"));
}
