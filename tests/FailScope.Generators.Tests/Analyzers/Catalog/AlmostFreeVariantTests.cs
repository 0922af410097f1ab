using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class AlmostFreeVariantTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.AlmostFreeVariant;

    protected override string Hit => Catalog("""[Model({|#0:"vendor/model:freedom"|}, nameof(C))] public static partial Model A { get; }""");

    [Theory]
    [InlineData("vendor/model:freedom", "freedom")]
    [InlineData("vendor/model:free-tier", "free-tier")]
    [InlineData("vendor/model:Free2", "Free2")]
    [InlineData("vendor/model:free ", "free ")]
    [InlineData("vendor/model: free", " free")]
    public void A_variant_that_only_starts_with_free_is_reported(string id, string variant) =>
        Assert.Equal(
            [$"The variant ':{variant}' of 'A' is not ':free', so the model counts as priced; correct the id, declare its prices, or set Free"],
            Finds(Catalog($"[Model([|\"{id}\"|], nameof(C))] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("vendor/model:free", "")]
    [InlineData("vendor/model:online", "")]
    [InlineData("vendor/model:unfree", "")]
    [InlineData("freedom/model", "")]
    [InlineData("vendor/model:freedom:online", "")]
    [InlineData("vendor/model:freedom", ", InputUsdPerMillion = 1, OutputUsdPerMillion = 2")]
    [InlineData("vendor/model:freedom", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0")]
    [InlineData("vendor/model:freedom", ", Free = false")]
    public void Other_variants_priced_models_and_models_that_set_Free_are_not_reported(string id, string rest) =>
        FindsNothing(Catalog($"[Model(\"{id}\", nameof(C){rest})] public static partial Model A {{ get; }}"));
}
