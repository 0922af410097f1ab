using System.Collections.Immutable;
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
    internal const string CatalogsStep = "FailScope.Catalogs";
    internal const string ClashesStep = "FailScope.Clashes";
    internal const string SourcesStep = "FailScope.Sources";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<CatalogModel> catalogs = context.SyntaxProvider
            .ForAttributeWithMetadataName(CatalogParser.CatalogAttribute, static (node, _) => node is TypeDeclarationSyntax, Transform)
            .Where(static catalog => catalog is not null)
            .WithTrackingName(CatalogsStep)!;

        // Two files whose names differ only in case lose all output (CS8785); catalogs may be so named. Nearly always empty.
        IncrementalValueProvider<EquatableArray<string>> clashes = catalogs
            .Select(static (catalog, _) => catalog.FullName)
            .Collect()
            .Select(static (names, _) => Clashing(names))
            .WithTrackingName(ClashesStep);

        IncrementalValuesProvider<(CatalogModel Catalog, bool Clashes)> sources = catalogs
            .Combine(clashes)
            .Select(static (pair, _) => (pair.Left, pair.Right.Contains(pair.Left.FullName, StringComparer.Ordinal)))
            .WithTrackingName(SourcesStep);

        context.RegisterSourceOutput(sources, static (context, source) =>
            context.AddSource(HintName(source.Catalog.FullName, source.Clashes), SourceText.From(CatalogEmitter.Emit(source.Catalog), Encoding.UTF8)));
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

    private static EquatableArray<string> Clashing(ImmutableArray<string> names) =>
        new(names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal));

    // Identifiers may hold letters that a file name may not; a name that clashes is told apart by its code units.
    private static string HintName(string fullName, bool clashes)
    {
        var name = new StringBuilder(fullName.Length + 8);
        foreach (char c in fullName)
        {
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' ? c
                : c is '`' ? '.'
                : '-');
            if (c > 127)
            {
                name.Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        if (clashes)
        {
            uint hash = 2166136261;
            foreach (char c in fullName)
            {
                hash = unchecked((hash ^ c) * 16777619);
            }

            name.Append('.').Append(hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        }

        return name.Append(".g.cs").ToString();
    }
}
