using System.Text;
using FailScope.Generators.Emitting;
using FailScope.Generators.Models;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators;

/// <summary>Implements the properties of model catalogs. Only wires: the parser decides, the emitter prints, analyzers report.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogGenerator : IIncrementalGenerator
{
    /// <summary>The names of the tracked steps.</summary>
    internal const string ParseStep = "FailScope.Parse";
    internal const string CatalogsStep = "FailScope.Catalogs";
    internal const string SourcesStep = "FailScope.Sources";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Collected and spread again: Roslyn pairs the marked classes of two runs by their number, so that a file elsewhere
        // that gains or loses its only attribute would count as a change of every catalog behind it. As a whole they are equal.
        IncrementalValueProvider<EquatableArray<CatalogModel>> catalogs = context.SyntaxProvider
            .ForAttributeWithMetadataName(CatalogParser.CatalogAttribute, static (node, _) => node is TypeDeclarationSyntax, Transform)
            .WithTrackingName(ParseStep)
            .Where(static catalog => catalog is not null)
            .Collect()
            .Select(static (catalogs, _) => new EquatableArray<CatalogModel>(catalogs.OrderBy(catalog => catalog!.FullName, StringComparer.Ordinal)!))
            .WithTrackingName(CatalogsStep);

        IncrementalValuesProvider<CatalogSource> sources = catalogs
            .SelectMany(static (catalogs, _) => CatalogSource.Name(catalogs))
            .WithTrackingName(SourcesStep);

        context.RegisterSourceOutput(sources, static (context, source) =>
            context.AddSource(source.HintName, SourceText.From(CatalogEmitter.Emit(source.Catalog), Encoding.UTF8)));
    }

    private static CatalogModel? Transform(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // The attribute belongs on one part. Where it stands on two, the compiler says so, and the first one speaks.
        if (context.TargetSymbol is not INamedTypeSymbol type || FirstMarked(type, cancellationToken) != context.TargetNode)
        {
            return null;
        }

        return CatalogModelBuilder.Build(CatalogParser.Parse(type, context.SemanticModel.Compilation, cancellationToken));
    }

    private static SyntaxNode? FirstMarked(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        SyntaxNode? first = null;
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ModelCatalogAttribute" } && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).Parent?.Parent is { } part
                && (first is null || string.CompareOrdinal(part.SyntaxTree.FilePath, first.SyntaxTree.FilePath) is var order && (order < 0 || (order == 0 && part.SpanStart < first.SpanStart))))
            {
                first = part;
            }
        }

        return first;
    }
}
