using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>The price lists of a mutant's project: usually a valid one that contradicts what mutants declare, sometimes an invalid one or none.</summary>
internal sealed class MutantPrices : AnalyzerConfigOptionsProvider
{
    private const string Sound = """
        {"data": [
          {"id": "anthropic/claude-sonnet-4.5", "created": 1785456000, "context_length": 200000, "pricing": {"prompt": "0.0000031", "completion": "0.000015"},
           "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]}, "supported_parameters": ["tools"], "top_provider": {"max_completion_tokens": 8192}},
          {"id": "meta-llama/llama-3.3-70b-instruct", "context_length": 131072, "pricing": {"prompt": "0.0000001", "completion": "0.0000003"}},
          {"id": "vendor/model:FREE", "context_length": 8192, "pricing": {"prompt": "0.000001", "completion": "0.000001"}},
          {"id": "vendor/model", "context_length": 8192, "pricing": {"prompt": "0.000001", "completion": "0.000001"}, "expiration_date": "2026-08-20"},
          {"id": "vendor/model:freedom", "context_length": 8192, "pricing": {"prompt": "0.00000025", "completion": "0.000000001"}, "expiration_date": "2026-07-01"},
          {"id": "cohere/rerank", "pricing": {"prompt": "0", "completion": "0"}, "expiration_date": "2026-08-10"},
          {"id": "a", "pricing": {"prompt": "-1", "completion": "-1"}},
          {"id": "gpt-\"quoted\"-\\", "pricing": {"prompt": "0.000001", "completion": "0.000001"}},
          {"id": "acme/new-2", "pricing": {"prompt": "0.000001", "completion": "0.000001"}},
          {"id": "acme/unpriced", "pricing": {"prompt": null}}
        ]}
        """;

    private readonly (string Name, string Value)[] _properties;
    private readonly bool _isList;

    private MutantPrices(string? content, params (string Name, string Value)[] properties)
    {
        _properties = [.. properties.Select(property => ("build_property." + property.Name, property.Value))];
        _isList = content is not null;
        Files = content is null ? [] : [new File(content)];
        Options = new AnalyzerOptions(Files, this);
    }

    /// <summary>Created once, because a list is read once for each text object.</summary>
    private static ImmutableArray<MutantPrices> All { get; } =
    [
        new(null),
        new(Sound), new(Sound), new(Sound),
        new(Sound, (PriceListSettings.DateProperty, "2026-08-01"), (PriceListSettings.ToleranceProperty, "5")),
        new(Sound, (PriceListSettings.DateProperty, "2027-08-01")),
        new(Sound, (PriceListSettings.DateProperty, "yesterday")),
        new(Sound[..400]),
        new("""{"models": []}"""),
    ];

    internal ImmutableArray<AdditionalText> Files { get; }

    internal AnalyzerOptions Options { get; }

    public override AnalyzerConfigOptions GlobalOptions => new Values(_properties);

    /// <summary>The same lists for the same seed.</summary>
    internal static MutantPrices Of(uint seed) => All[(int)(seed / 7 % All.Length)];

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    // Every provider of a catalog is assigned to OpenRouter here, whatever its address.
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
        _isList ? [(PriceListFile.MarkMetadata, "true"), (PriceListFile.ProviderMetadata, "P0=openrouter, P1=openrouter, P2=openrouter")] : []);

    private sealed class File(string content) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(content);

        public override string Path => "/src/prices.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Values((string Name, string Value)[] values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = values.FirstOrDefault(pair => pair.Name == key).Value;
            return value is not null;
        }
    }
}
