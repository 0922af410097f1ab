using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class UnlistedFreeVariantTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.UnlistedFreeVariant;

    protected override string Hit => Model("{|#0:\"acme/large:free\"|}, nameof(C)");

    [Fact]
    public void A_free_variant_that_is_no_longer_listed_is_reported() =>
        Assert.Equal([$"'M': {List} contains 'acme/large', but not its free variant"], Finds(Model("[|\"acme/large:free\"|], nameof(C)")));

    [Theory]
    [InlineData("acme/mini:free")]
    [InlineData("acme/other:free")]
    [InlineData("acme/large")]
    public void A_listed_variant_and_one_of_an_unknown_model_are_not_reported(string id) => FindsNothing(Model($"\"{id}\", nameof(C)"));
}
