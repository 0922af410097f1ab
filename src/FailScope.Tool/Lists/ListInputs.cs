using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Tool.Lists;

/// <summary>A price list, and which provider of the catalog it covers if the address does not tell.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Provider">The <c>Provider</c> metadata of the project's item; empty if there is none.</param>
internal sealed record ListInput(string Path, string Provider = "");

/// <summary>Price lists in the form in which the compiler passes them to analyzers: the <c>FailScopePrices</c> items and properties of a project.</summary>
internal sealed class ListInputs : AnalyzerConfigOptionsProvider
{
    /// <summary>The property with the date with which expiry dates and the age of lists are compared.</summary>
    internal const string DateProperty = "FailScopePricesDate";

    private readonly Dictionary<AdditionalText, Options> _options = [];
    private readonly Options _global;

    /// <param name="lists">The lists. The first one that contains a model is used.</param>
    /// <param name="properties">MSBuild properties by name.</param>
    internal ListInputs(IEnumerable<ListInput> lists, IReadOnlyDictionary<string, string> properties)
    {
        foreach (ListInput list in lists)
        {
            var text = new FileText(list.Path);
            Texts = [.. Texts, text];
            _options.Add(text, new Options(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["build_metadata.AdditionalFiles.FailScopePrices"] = "true",
                ["build_metadata.AdditionalFiles.FailScopePricesProvider"] = list.Provider,
            }));
        }

        _global = new Options(properties.ToDictionary(property => $"build_property.{property.Key}", property => property.Value, StringComparer.OrdinalIgnoreCase));
    }

    internal IReadOnlyList<AdditionalText> Texts { get; private set; } = [];

    public override AnalyzerConfigOptions GlobalOptions => _global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.Empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options.GetValueOrDefault(textFile, Options.Empty);

    private sealed class FileText(string path) : AdditionalText
    {
        private SourceText? _text;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            if (_text is null)
            {
                using FileStream stream = InputFile.Open(path, ListFile.Largest);
                _text = SourceText.From(stream);
            }

            return _text;
        }
    }

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        internal static readonly Options Empty = new(new Dictionary<string, string>());

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
