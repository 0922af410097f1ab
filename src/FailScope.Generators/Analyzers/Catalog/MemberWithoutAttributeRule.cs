using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// A static property of a descriptor's type that has no attribute and no value: a partial property without an implementation, or
/// an auto-property that stays null.
/// </summary>
internal static class MemberWithoutAttributeRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (TypeDeclarationSyntax part in catalog.Parts)
        {
            foreach (MemberDeclarationSyntax member in part.Members)
            {
                if (member is PropertyDeclarationSyntax property
                    && KindOf(property.Type) is { } kind
                    && property.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && !HasValue(property)
                    && !(catalog.ByName.TryGetValue(property.Identifier.ValueText, out MemberDeclaration? declared) && declared.Syntax == property)
                    && !GetsValueElsewhere(property, catalog)
                    && IsDescriptor(property, catalog.Symbol))
                {
                    report.Add(Descriptors.MemberWithoutAttribute, property.Identifier, property.Identifier.ValueText, kind.Describe(), kind.ToString());
                }
            }
        }
    }

    /// <summary>The kind of member, judged by the type's name only: binding the type of every property would slow down typing.</summary>
    internal static MemberKind? KindOf(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => Enum.TryParse(name, out MemberKind kind) && kind.ToString() == name ? kind : null,
        QualifiedNameSyntax qualified => KindOf(qualified.Right),
        NullableTypeSyntax nullable => KindOf(nullable.ElementType),
        _ => null,
    };

    private static bool HasValue(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is not null
        || property.Initializer is not null
        || property.AccessorList is not { } accessors
        || accessors.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null || !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));

    private static bool GetsValueElsewhere(PropertyDeclarationSyntax property, CatalogDeclaration catalog) =>
        property.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? catalog.Parts.Any(part => part.Members.Any(member =>
                member is PropertyDeclarationSyntax other && other != property && other.Identifier.ValueText == property.Identifier.ValueText))
            : catalog.Symbol.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared);

    private static bool IsDescriptor(PropertyDeclarationSyntax property, INamedTypeSymbol type) =>
        type.GetMembers(property.Identifier.ValueText).OfType<IPropertySymbol>().Any(symbol =>
            symbol.Type is { ContainingNamespace: { Name: "FailScope", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null });
}
