using FailScope.Generators.Models;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Finding;

/// <summary>
/// Finds the catalogs of a compilation, and parses a catalog again only if an edit can have changed the result.
/// </summary>
/// <remarks>
/// <para>
/// Why not <c>ForAttributeWithMetadataName</c>: its transform runs again for every marked class after every edit of any file,
/// because any file may change the meaning of a name. Binding a catalog of a thousand members costs more than everything else that
/// this generator does after a keystroke.
/// </para>
/// <para>
/// Why there is state outside Roslyn's driver: a step of the incremental pipeline gets the new input and cannot see its earlier
/// result. So the last result is stored with the syntax tree that it was parsed from (<see cref="TreeOutline"/>,
/// <see cref="CatalogReading"/>). This is only a cache: the output is the same with and without it. A
/// property test checks this with random edits of files, references and options.
/// </para>
/// <para>
/// What this keeps in memory: for each live syntax tree, the names that it declares; for each marked class in it,
/// the last result: the model, the names that it depends on, and the compilation's options. They are collected together with
/// the tree. Other trees, references and compilations are held by weak references, so that no old compilation is kept alive;
/// a test checks that.
/// </para>
/// </remarks>
internal static class CatalogFinder
{
    private const string AttributeName = "ModelCatalogAttribute";
    private const string Suffix = "Attribute";

    /// <summary>The models of the catalogs, in the order of their full names.</summary>
    internal static EquatableArray<CatalogModel> Find(Compilation compilation, CancellationToken cancellationToken) =>
        Find(compilation, ProjectPriceLists.None, cancellationToken);

    /// <summary>The models of the catalogs with these price lists, in the order of their full names.</summary>
    internal static EquatableArray<CatalogModel> Find(Compilation compilation, ProjectPriceLists lists, CancellationToken cancellationToken)
    {
        var outlines = new List<TreeOutline>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outlines.Add(TreeOutline.Of(tree));
        }

        var catalogs = new List<CatalogModel>();
        foreach (AttributedType type in Marked(outlines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (type.LastReading is not { } reading || !reading.HoldsIn(compilation, lists, outlines))
            {
                type.LastReading = reading = Read(type, compilation, lists, outlines, cancellationToken);
            }

            if (reading.Model is { } catalog)
            {
                catalogs.Add(catalog);
            }
        }

        return new(catalogs.OrderBy(catalog => catalog.FullName, StringComparer.Ordinal));
    }

    // By name only, including aliases. Whether it is the real attribute is checked when the class is parsed.
    private static IEnumerable<AttributedType> Marked(List<TreeOutline> outlines)
    {
        var everywhere = new HashSet<string>(StringComparer.Ordinal) { AttributeName };
        foreach (TreeOutline outline in outlines)
        {
            AddAliases(everywhere, outline.GlobalAliases);
        }

        foreach (TreeOutline outline in outlines)
        {
            if (outline.Attributed.Count == 0)
            {
                continue;
            }

            HashSet<string> here = everywhere;
            if (outline.Aliases.Count > 0)
            {
                here = new(everywhere, StringComparer.Ordinal);
                AddAliases(here, outline.Aliases);
            }

            foreach (AttributedType type in outline.Attributed)
            {
                if (type.Attributes.Any(name => here.Contains(name) || here.Contains(name + Suffix)))
                {
                    yield return type;
                }
            }
        }
    }

    private static void AddAliases(HashSet<string> names, IReadOnlyList<(string Alias, string Target)> aliases)
    {
        foreach ((string alias, string target) in aliases)
        {
            if (names.Contains(target))
            {
                names.Add(alias);
            }
        }
    }

    private static CatalogReading Read(AttributedType marked, Compilation compilation, ProjectPriceLists lists, List<TreeOutline> outlines, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string attribute in marked.Attributes)
        {
            names.Add(attribute);
            names.Add(attribute + Suffix);
        }

        for (SyntaxNode? node = marked.Declaration; node is TypeDeclarationSyntax type; node = node.Parent)
        {
            names.Add(type.Identifier.ValueText);
        }

        CatalogModel? model = null;
        if (compilation.GetSemanticModel(marked.Declaration.SyntaxTree).GetDeclaredSymbol(marked.Declaration, cancellationToken) is INamedTypeSymbol symbol
            && FirstMarked(symbol, cancellationToken) == marked.Declaration)
        {
            CatalogDeclaration catalog = CatalogParser.Parse(symbol, compilation, lists, cancellationToken);
            names.UnionWith(catalog.BoundNames);
            model = CatalogModelBuilder.Build(catalog);
        }

        return new CatalogReading(model, names, compilation, lists, outlines);
    }

    // The attribute is allowed on one part only. If it is on two, the compiler reports it, and the catalog is parsed once.
    private static SyntaxNode? FirstMarked(INamedTypeSymbol type, CancellationToken cancellationToken) => type.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: AttributeName, ContainingType: null, ContainingNamespace: { Name: "FailScope", ContainingNamespace.IsGlobalNamespace: true } })
        ?.ApplicationSyntaxReference?.GetSyntax(cancellationToken).Parent?.Parent;
}
