using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class UnlistedModelTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.UnlistedModel;

    protected override string Hit => Model("{|#0:\"acme/lagre\"|}, nameof(C)");

    [Theory]
    [InlineData("acme/lagre", "; nearest ids: 'acme/large', 'acme/pages'")]
    [InlineData("large", "; nearest ids: 'acme/large'")]
    [InlineData("other/mini", "; nearest ids: 'acme/mini'")]
    [InlineData("ACME/Large", "; nearest ids: 'acme/large'")]
    [InlineData("acme/larger:thinking", "; nearest ids: 'acme/large:thinking'")]
    [InlineData("somebody/something-else-entirely", "")]
    [InlineData("other:free", "")]
    [InlineData("~acme/large-latst", "; nearest ids: '~acme/large-latest'")]
    public void An_unlisted_id_is_reported_with_the_nearest_one(string id, string nearest) =>
        Assert.Equal([$"'M': {List} does not contain '{id}'{nearest}"], Finds(Model($"[|\"{id}\"|], nameof(C)")));

    [Theory]
    [InlineData("acme/large")]
    [InlineData("acme/large:thinking")]
    [InlineData("acme/mini:free")]
    [InlineData("~acme/large-latest")]
    [InlineData("acme/large:nitro")]
    [InlineData("acme/large:floor")]
    [InlineData("acme/large:exacto:online")]
    [InlineData("acme/gone")]
    public void A_listed_id_with_or_without_a_routing_variant_is_not_reported(string id) => FindsNothing(Model($"\"{id}\", nameof(C)"));

    [Theory]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("https://gateway.example/v1")]
    public void Ids_of_a_provider_that_no_list_covers_are_not_reported(string endpoint) =>
        FindsNothing(CatalogWith("[Model(\"acme/lagre\", nameof(C))] public static partial Model M { get; }", endpoint));
}
