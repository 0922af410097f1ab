using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class FreeInNameTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.FreeInName;

    protected override string Hit => Catalog("""[Model({|#0:"openrouter/free"|}, nameof(C))] public static partial Model A { get; }""");

    [Theory]
    [InlineData("openrouter/free")]
    [InlineData("meta-llama/Llama-3.3-70B-Instruct-Turbo-Free")]
    [InlineData("glm-4.7-free")]
    [InlineData("free_model")]
    [InlineData("vendor/free-model:online")]
    public void The_word_free_in_a_name_without_prices_is_reported(string id) =>
        Assert.Equal(
            [$"'free' in the id '{id}' does not make 'A' a free model, so it counts as priced; declare its prices, or set Free"],
            Finds(Catalog($"[Model([|\"{id}\"|], nameof(C))] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("vendor/freedom-7b", "")]
    [InlineData("vendor/carefree", "")]
    [InlineData("free-vendor/model", "")]
    [InlineData("vendor/model:free", "")]
    [InlineData("vendor/model:freedom", "")]
    [InlineData("openrouter/free", ", Free = true")]
    [InlineData("openrouter/free", ", Free = false")]
    [InlineData("openrouter/free", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0")]
    [InlineData("openrouter/free", ", InputUsdPerMillion = 1")]
    public void Parts_of_words_priced_models_and_models_that_set_Free_are_not_reported(string id, string rest) =>
        FindsNothing(Catalog($"[Model(\"{id}\", nameof(C){rest})] public static partial Model A {{ get; }}"));
}
