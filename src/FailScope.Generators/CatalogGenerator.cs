using FailScope.Generators.Emitting;
using FailScope.Generators.Finding;
using FailScope.Generators.Models;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators;

/// <summary>
/// Implements the properties of model catalogs. This class only connects the parts: the parser decides, the emitter writes, and
/// the analyzers report.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogGenerator : IIncrementalGenerator
{
    /// <summary>The names of the tracked steps.</summary>
    internal const string PriceListFilesStep = "FailScope.PriceListFiles";
    internal const string PriceListsStep = "FailScope.PriceLists";
    internal const string CatalogsStep = "FailScope.Catalogs";
    internal const string SourcesStep = "FailScope.Sources";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectPriceLists> lists = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, _) => PriceListFile.From(pair.Left, pair.Right) is { } file ? new[] { file } : [])
            .WithTrackingName(PriceListFilesStep)
            .Collect()
            .Select(static (files, token) => ProjectPriceLists.Read(files, PriceListSettings.Default, token))
            .WithTrackingName(PriceListsStep);

        // Not ForAttributeWithMetadataName, for the reason given in CatalogFinder. The result has value equality.
        IncrementalValueProvider<EquatableArray<CatalogModel>> catalogs = context.CompilationProvider
            .Combine(lists)
            .Select(static (pair, token) => CatalogFinder.Find(pair.Left, pair.Right, token))
            .WithTrackingName(CatalogsStep);

        IncrementalValuesProvider<CatalogSource> sources = catalogs
            .SelectMany(static (catalogs, _) => CatalogSource.Name(catalogs))
            .WithTrackingName(SourcesStep);

        context.RegisterSourceOutput(sources, static (context, source) =>
            context.AddSource(source.HintName, CatalogEmitter.Emit(source.Catalog)));
    }
}
