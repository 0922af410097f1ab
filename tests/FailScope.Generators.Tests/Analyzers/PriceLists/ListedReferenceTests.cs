using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class ListedReferenceTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.UnknownReference;

    protected override string Hit => Chain("{|#0:\"acme/large\"|}");

    [Theory]
    [InlineData("[|\"acme/large\"|]", $"'Chat' refers to the model 'acme/large', which the catalog does not declare; {List} lists 'acme/large'")]
    [InlineData("[|nameof(LargeThinking)|]", $"'Chat' refers to the model 'LargeThinking', which the catalog does not declare; {List} lists 'acme/large:thinking'")]
    [InlineData("[|\"acme/mini\"|]", "'Chat' refers to the model 'acme/mini', which the catalog does not declare; did you mean 'Own'?")]
    [InlineData("[|\"acme/nothing\"|]", "'Chat' refers to the model 'acme/nothing', which the catalog does not declare")]
    [InlineData("[|nameof(Gone)|]", "'Chat' refers to the model 'Gone', which the catalog does not declare")]
    public void The_message_names_the_list_that_contains_the_referenced_model(string reference, string message) => Assert.Equal([message], Finds(Chain(reference)));

    private static string Chain(string reference) => CatalogWith(
        $"[Model(\"acme/mini\", nameof(C), FromPriceList = true)] public static partial Model Own {{ get; }} [FallbackChain({reference})] public static partial FallbackChain Chat {{ get; }}");
}
