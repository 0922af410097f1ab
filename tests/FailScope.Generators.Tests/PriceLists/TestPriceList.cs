using System.Diagnostics.CodeAnalysis;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.Tests.PriceLists;

/// <summary>A price list file of the project under test.</summary>
internal sealed class TestPriceList(string content, string path = TestPriceList.DefaultPath, string providers = "") : AdditionalText
{
    internal const string DefaultPath = "/0/prices.json";

    /// <summary>The date that the project under test sets.</summary>
    internal const string Date = "2026-08-01";

    /// <summary>The same as a global options file, as the package's targets create it.</summary>
    internal const string Configuration = $"""
        is_global = true
        build_property.{PriceListSettings.DateProperty} = {Date}
        [{DefaultPath}]
        {PriceListFile.MarkMetadata} = true
        """;

    private readonly SourceText _content = SourceText.From(content);

    public override string Path => path;

    /// <summary>The number of times that the text was read.</summary>
    internal int TimesRead { get; private set; }

    private string Providers => providers;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        TimesRead++;
        return _content;
    }

    /// <summary>The options of a project with these lists and properties.</summary>
    internal sealed class Options(TestPriceList[] lists, params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values([($"build_property.{PriceListSettings.DateProperty}", Date), .. properties.Select(property => ("build_property." + property.Name, property.Value))]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => lists.Contains(textFile)
            ? new Values([(PriceListFile.MarkMetadata, "true"), (PriceListFile.ProviderMetadata, ((TestPriceList)textFile).Providers)])
            : new Values([]);
    }

    private sealed class Values((string Name, string Value)[] values) : AnalyzerConfigOptions
    {
        // The last of several values with the same name is used.
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = values.LastOrDefault(pair => pair.Name == key).Value;
            return value is not null;
        }
    }
}
