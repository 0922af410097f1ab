using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Analyzers.Catalog;
using FailScope.Generators.Tests.PriceLists;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class MissingPriceListEntryTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.MissingPriceListEntry;

    protected override string Hit => Model("{|#0:\"acme/lagre\"|}, nameof(C), FromPriceList = true");

    [Fact]
    public void A_model_that_no_list_contains_is_reported_at_its_id() =>
        Assert.Equal([$"'M' takes its facts from a price list, but {List} does not contain 'acme/lagre'; nearest ids: 'acme/large', 'acme/pages'"], Finds(Model("[|\"acme/lagre\"|], nameof(C), FromPriceList = true")));

    [Theory]
    [InlineData("acme/unpriced", $"{List} has no token prices for it")]
    [InlineData("acme/large:nitro", $"{List} has no price for this way of routing")]
    public void A_model_whose_facts_no_list_contains_is_reported(string id, string reason) =>
        Assert.StartsWith($"'M' takes its facts from a price list, but {reason}", Assert.Single(Finds(Model($"\"{id}\", nameof(C), FromPriceList = [|true|]"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"acme/large\", nameof(C), FromPriceList = true")]
    [InlineData("\"acme/router\", nameof(C), FromPriceList = true")]
    [InlineData("\"acme/lagre\", nameof(C), FromPriceList = false")]
    [InlineData("\"acme/large:nitro\", nameof(C), FromPriceList = true, InputUsdPerMillion = 3")]
    public void A_listed_model_and_one_without_FromPriceList_are_not_reported(string arguments) => FindsNothing(Model(arguments));

    [Fact]
    public void Without_a_list_the_message_says_how_to_add_one() =>
        Assert.Contains(
            "the project has no list; add <FailScopePrices Include=\"…\" />",
            Assert.Single(CatalogAnalysis.Run(Model("\"acme/large\", nameof(C), FromPriceList = true")), diagnostic => diagnostic.Id == Id).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);

    [Fact]
    public void A_provider_that_no_list_covers_is_named() =>
        Assert.Contains(
            "no list covers 'P'",
            Assert.Single(Finds(CatalogWith("[Model(\"acme/large\", nameof(C), FromPriceList = [|true|])] public static partial Model M { get; }", "https://gateway.example/v1"))),
            StringComparison.Ordinal);

    [Fact]
    public void An_unreadable_list_is_the_only_problem_reported() =>
        Assert.Equal(
            [DiagnosticIds.UnreadablePriceList],
            CatalogAnalysis.RunWith("{", Model("\"acme/large\", nameof(C), FromPriceList = true")).Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("FSC4", StringComparison.Ordinal)));
}
