using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// A type with catalog members but without <c>[ModelCatalog]</c>, which only a class can have. Reported once, at the type.
/// </summary>
internal static class NotMarkedAsCatalogRule
{
    private const string Suffix = "Attribute";

    internal static void Check(INamedTypeSymbol type, INamedTypeSymbol catalogAttribute, CatalogReport report)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(report.CancellationToken) is not TypeDeclarationSyntax part)
            {
                continue;
            }

            foreach (MemberDeclarationSyntax member in part.Members)
            {
                if (member is PropertyDeclarationSyntax { AttributeLists.Count: > 0 } property
                    && MayBeMember(property)
                    && KindOf(property, type, catalogAttribute) is { } kind)
                {
                    string advice = type.TypeKind == TypeKind.Class ? "add the attribute [ModelCatalog]" : "move its catalog members into a class with [ModelCatalog]";
                    report.Add(Descriptors.NotMarkedAsCatalog, part.Identifier, part.Identifier.ValueText, kind.Describe(), property.Identifier.ValueText, advice);
                    return;
                }
            }
        }
    }

    // Names are checked first, because this runs for every type of a project that uses the package.
    private static bool MayBeMember(PropertyDeclarationSyntax property)
    {
        foreach (AttributeListSyntax list in property.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (Last(attribute.Name) is { } name && KindOf(name) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static MemberKind? KindOf(string attribute)
    {
        string name = attribute.EndsWith(Suffix, StringComparison.Ordinal) ? attribute.Substring(0, attribute.Length - Suffix.Length) : attribute;
        return Enum.TryParse(name, out MemberKind kind) && kind.ToString() == name ? kind : null;
    }

    private static MemberKind? KindOf(PropertyDeclarationSyntax property, INamedTypeSymbol type, INamedTypeSymbol catalogAttribute)
    {
        foreach (ISymbol symbol in type.GetMembers(property.Identifier.ValueText))
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is { } found
                    && SymbolEqualityComparer.Default.Equals(found.ContainingNamespace, catalogAttribute.ContainingNamespace)
                    && KindOf(found.Name) is { } kind)
                {
                    return kind;
                }
            }
        }

        return null;
    }
}
