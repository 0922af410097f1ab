using System.Text;
using FailScope.Generators.Emitting;
using FailScope.Generators.Finding;
using FailScope.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators;

/// <summary>Implements the properties of model catalogs. Only wires: the parser decides, the emitter prints, analyzers report.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogGenerator : IIncrementalGenerator
{
    /// <summary>The names of the tracked steps.</summary>
    internal const string CatalogsStep = "FailScope.Catalogs";
    internal const string SourcesStep = "FailScope.Sources";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // From the compilation and not by ForAttributeWithMetadataName: the finder says why. Its result is equal by value.
        IncrementalValueProvider<EquatableArray<CatalogModel>> catalogs = context.CompilationProvider
            .Select(CatalogFinder.Find)
            .WithTrackingName(CatalogsStep);

        IncrementalValuesProvider<CatalogSource> sources = catalogs
            .SelectMany(static (catalogs, _) => CatalogSource.Name(catalogs))
            .WithTrackingName(SourcesStep);

        context.RegisterSourceOutput(sources, static (context, source) =>
            context.AddSource(source.HintName, SourceText.From(CatalogEmitter.Emit(source.Catalog), Encoding.UTF8)));
    }
}
