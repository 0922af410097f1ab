using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.PriceLists;
using FailScope.Generators.Tests.Generation;
using FailScope.Generators.Tests.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

/// <summary>Problems of a list are reported in the list, which cannot contain a pragma. An <c>.editorconfig</c> sets their severity.</summary>
public sealed class PriceListFileTests
{
    private static readonly string List = Lists.OpenRouter(Lists.Entry("acme/large"));

    [Fact]
    public void A_list_that_is_not_JSON_is_reported_at_its_line_and_column()
    {
        Diagnostic found = Assert.Single(Run([new TestPriceList("{\n  \"data\": [}\n")]));

        Assert.Equal((DiagnosticIds.UnreadablePriceList, "The price list 'prices.json' has '}' where a value is expected"), (found.Id, Message(found)));
        Assert.Equal("/0/prices.json: (1,11)-(1,11)", found.Location.GetLineSpan().ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2, 3]")]
    public void JSON_in_an_unknown_format_is_reported(string text) => Assert.Equal(DiagnosticIds.UnknownPriceListFormat, Assert.Single(Run([new TestPriceList(text)])).Id);

    [Theory]
    [InlineData("2026-10-29", null)]
    [InlineData("2026-10-30", "The price list 'prices.json' is from 2026-07-31, 91 days before 2026-10-30, but FailScopePricesMaxAgeDays is 90")]
    public void A_list_that_is_older_than_allowed_is_reported(string date, string? expected) =>
        Assert.Equal(expected, Run([new TestPriceList(List)], (PriceListSettings.DateProperty, date)).Select(Message).SingleOrDefault());

    [Theory]
    [InlineData(PriceListSettings.DateProperty, "01.08.2026")]
    [InlineData(PriceListSettings.ToleranceProperty, "-1")]
    [InlineData(PriceListSettings.ToleranceProperty, "1%")]
    [InlineData(PriceListSettings.MaxAgeProperty, "1.5")]
    public void An_invalid_setting_is_reported_once(string name, string value)
    {
        Diagnostic found = Assert.Single(Run([new TestPriceList(List), new TestPriceList(List, "/0/other.json")], (name, value)));

        Assert.Equal(DiagnosticIds.PriceListSetting, found.Id);
        Assert.Contains($"{name} is '{value}'", Message(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P=openrouter", null)]
    [InlineData("P", null)]
    [InlineData("P=opnerouter", "the Provider metadata names 'opnerouter', which 'prices.json' does not contain")]
    public void A_provider_that_the_list_does_not_contain_is_reported(string providers, string? expected) =>
        Assert.Equal(expected, Run([new TestPriceList(List, providers: providers)]).Select(found => Message(found).Split(": ")[1]).SingleOrDefault());

    private static Diagnostic[] Run(TestPriceList[] lists, params (string Name, string Value)[] properties)
    {
        var options = new AnalyzerOptions([.. lists], new TestPriceList.Options(lists, properties));
        return [.. GeneratorHarness.Compile("class Uses { FailScope.Model? model; }")
            .WithAnalyzers([new CatalogAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult()];
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
