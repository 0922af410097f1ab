using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class StackedFreeVariantTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.StackedFreeVariant;

    protected override string Hit => Catalog("""[Model({|#0:"a:free:online"|}, nameof(C))] public static partial Model A { get; }""");

    [Theory]
    [InlineData("a:free:online", "", "online", "priced")]
    [InlineData("a:Free:nitro", "", "nitro", "priced")]
    [InlineData("a:free:online", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0", "online", "free")]
    public void A_variant_after_free_is_reported(string id, string rest, string variant, string counts) =>
        Assert.Equal(
            [$"The id of 'A' has ':{variant}' after ':free', so the model may cost money, and it counts as {counts}; declare a price above 0, or set Free"],
            Finds(Catalog($"[Model([|\"{id}\"|], nameof(C){rest})] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("a:free", "")]
    [InlineData("a:online:free", "")]
    [InlineData("free:a:online", "")]
    [InlineData("a:freedom:online", "")]
    [InlineData("a:free:online", ", UsdPerSearch = 0.004")]
    [InlineData("a:free:online", ", Free = false")]
    [InlineData("a:free:online", ", Free = true")]
    public void A_last_variant_free_priced_models_and_models_that_set_Free_are_not_reported(string id, string rest) =>
        FindsNothing(Catalog($"[Model(\"{id}\", nameof(C){rest})] public static partial Model A {{ get; }}"));
}
