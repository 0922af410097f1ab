using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Analyzers.Catalog;
using FailScope.Generators.Tests.PriceLists;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class MissingPriceListEntryTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.MissingPriceListEntry;

    protected override string Hit => Model("{|#0:\"acme/lagre\"|}, nameof(C), FromPriceList = true");

    [Fact]
    public void A_model_whose_id_no_list_knows_is_reported_at_its_id() =>
        Assert.Equal([$"'M' takes its facts from a price list, but {List} does not contain 'acme/lagre'; nearest ids: 'acme/large', 'acme/pages'"], Finds(Model("[|\"acme/lagre\"|], nameof(C), FromPriceList = true")));

    [Theory]
    [InlineData("acme/unpriced", $"{List} has no token prices for it")]
    [InlineData("acme/large:nitro", $"{List} has no price for this way of routing")]
    public void A_model_whose_facts_no_list_has_is_reported(string id, string reason) =>
        Assert.StartsWith($"'M' takes its facts from a price list, but {reason}", Assert.Single(Finds(Model($"\"{id}\", nameof(C), FromPriceList = [|true|]"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"acme/large\", nameof(C), FromPriceList = true")]
    [InlineData("\"acme/router\", nameof(C), FromPriceList = true")]
    [InlineData("\"acme/lagre\", nameof(C), FromPriceList = false")]
    [InlineData("\"acme/large:nitro\", nameof(C), FromPriceList = true, InputUsdPerMillion = 3")]
    public void One_that_a_list_has_or_that_asks_for_none_is_not(string arguments) => FindsNothing(Model(arguments));

    [Fact]
    public void A_project_without_a_list_is_told_how_to_name_one() =>
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
    public void A_list_that_cannot_be_read_is_the_one_thing_that_is_said() =>
        Assert.Equal(
            [DiagnosticIds.UnreadablePriceList],
            CatalogAnalysis.RunWith("{", Model("\"acme/large\", nameof(C), FromPriceList = true")).Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("FSC4", StringComparison.Ordinal)));
}
