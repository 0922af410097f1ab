using FailScope.Generators.PriceLists;
using FailScope.Generators.PriceLists.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>
/// Reads a catalog class: its members, the form of their declarations (<see cref="CatalogShape"/>), their attributes
/// (<see cref="MemberReader"/>) and their references (<see cref="ReferenceResolver"/>). It determines which members are valid and
/// never throws because of invalid source. The generator emits the valid members and the analyzers report the problems found
/// here, so the two always agree.
/// </summary>
internal static class CatalogParser
{
    internal const string CatalogAttribute = "FailScope.ModelCatalogAttribute";

    /// <summary>The name of the generated property for the whole catalog.</summary>
    internal const string CatalogProperty = "Catalog";

    // Each kind comes after the kinds that it refers to, so that unusable members are known before others refer to them.
    private static readonly MemberKind[] ReadingOrder =
        [MemberKind.Provider, MemberKind.BillingAccount, MemberKind.Credential, MemberKind.Model, MemberKind.FallbackChain];

    internal static CatalogDeclaration Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        Parse(type, compilation, ProjectPriceLists.None, cancellationToken);

    internal static CatalogDeclaration Parse(INamedTypeSymbol type, Compilation compilation, ProjectPriceLists lists, CancellationToken cancellationToken)
    {
        var catalog = new CatalogDeclaration(type) { Lists = lists };
        AddParts(catalog, cancellationToken);
        CatalogShape.CheckClass(catalog);

        // All members are declared before any is read, because a chain can be declared before its models or in another file.
        List<(MemberDeclaration Member, MemberReader Reader)> members = Declare(catalog, compilation, cancellationToken);
        foreach (MemberKind kind in ReadingOrder)
        {
            foreach ((MemberDeclaration member, MemberReader reader) in members)
            {
                if (member.Kind == kind)
                {
                    reader.Read(member);
                }
            }
        }

        Look(catalog);
        return catalog;
    }

    private static void Look(CatalogDeclaration catalog)
    {
        ProjectPriceLists lists = catalog.Lists;
        if (lists.Lists.Count == 0)
        {
            return;
        }

        Dictionary<ProviderDeclaration, IReadOnlyList<(PriceList List, string Provider)>> covering =
            catalog.Providers.ToDictionary(provider => provider, provider => lists.Covering(provider.Name, provider.Endpoint.Content));
        foreach (ModelDeclaration model in catalog.Models)
        {
            if (model is { Id.Content: { } id, Credential.Target.Provider.Target: { } provider })
            {
                model.Look(ProjectPriceLists.Find(covering[provider], id));
            }
        }
    }

    private static void AddParts(CatalogDeclaration catalog, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in catalog.Symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax part)
            {
                catalog.Parts.Add(part);
            }
        }

        catalog.Parts.Sort(ComparePlace);
    }

    // Sorted by path, because the order of the files in the compilation can differ between builds. Operating systems use
    // different separators.
    private static int ComparePlace(TypeDeclarationSyntax left, TypeDeclarationSyntax right)
    {
        int path = string.CompareOrdinal(left.SyntaxTree.FilePath.Replace('\\', '/'), right.SyntaxTree.FilePath.Replace('\\', '/'));
        return path != 0 ? path : left.SpanStart.CompareTo(right.SpanStart);
    }

    private static List<(MemberDeclaration Member, MemberReader Reader)> Declare(CatalogDeclaration catalog, Compilation compilation, CancellationToken cancellationToken)
    {
        var members = new List<(MemberDeclaration Member, MemberReader Reader)>();
        foreach (TypeDeclarationSyntax part in catalog.Parts)
        {
            var semantics = new PartSemantics(catalog, compilation, part, cancellationToken);
            var reader = new MemberReader(catalog, semantics);
            foreach (MemberDeclarationSyntax syntax in part.Members)
            {
                cancellationToken.ThrowIfCancellationRequested();
                catalog.DeclaresCatalogMember |= Declares(syntax, CatalogProperty);
                if (syntax is not PropertyDeclarationSyntax { AttributeLists.Count: > 0 } property || Declare(property, catalog, semantics) is not { } member)
                {
                    continue;
                }

                CatalogShape.CheckMember(member, catalog, semantics);

                // If two members have the same name, the compiler reports the second. Implementing both would only add errors.
                if (catalog.TryAdd(member))
                {
                    members.Add((member, reader));
                }
            }
        }

        return members;
    }

    private static MemberDeclaration? Declare(PropertyDeclarationSyntax property, CatalogDeclaration catalog, PartSemantics semantics)
    {
        MemberDeclaration? member = null;
        foreach (AttributeListSyntax list in property.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (semantics.KindOf(attribute) is not { } kind)
                {
                    continue;
                }

                if (member is not null)
                {
                    catalog.Break(member, CatalogProblemKind.MemberShape, attribute, member.Name, "has more than one of the catalog's attributes");
                    continue;
                }

                member = kind switch
                {
                    MemberKind.Provider => new ProviderDeclaration(property, attribute),
                    MemberKind.BillingAccount => new AccountDeclaration(property, attribute),
                    MemberKind.Credential => new CredentialDeclaration(property, attribute),
                    MemberKind.Model => new ModelDeclaration(property, attribute),
                    _ => new ChainDeclaration(property, attribute),
                };
            }
        }

        return member;
    }

    private static bool Declares(MemberDeclarationSyntax member, string name) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
        MethodDeclarationSyntax method => method.Identifier.ValueText == name,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText == name,
        DelegateDeclarationSyntax type => type.Identifier.ValueText == name,
        EventDeclarationSyntax @event => @event.Identifier.ValueText == name,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name),
        _ => false,
    };
}
