using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>Checks whether code can be generated for a class and its properties: modifiers, accessors, type and name.</summary>
internal static class CatalogShape
{
    internal static void CheckClass(CatalogDeclaration catalog)
    {
        foreach (TypeDeclarationSyntax part in catalog.Parts)
        {
            for (SyntaxNode? node = part; node is TypeDeclarationSyntax type; node = node.Parent)
            {
                string? wrong = !type.Modifiers.Any(SyntaxKind.PartialKeyword) ? "must be partial so that the generator can implement the catalog's members"
                    : type.Modifiers.Any(SyntaxKind.FileKeyword) ? "must not be file-local because its other part is generated"
                    : null;
                if (wrong is not null)
                {
                    // Reported at the catalog even if a containing type is wrong, because editors show only diagnostics inside
                    // the analyzed declaration.
                    catalog.CanBeExtended = false;
                    catalog.Report(CatalogProblemKind.ClassShape, part.Identifier, type.Identifier.ValueText, wrong);
                }
            }
        }
    }

    internal static void CheckMember(MemberDeclaration member, CatalogDeclaration catalog, PartSemantics semantics)
    {
        CheckProperty(member, catalog);
        CheckType(member, catalog, semantics);
        if (member.Name == CatalogParser.CatalogProperty)
        {
            catalog.Break(member, CatalogProblemKind.ReservedName, member.Syntax.Identifier, member.Name);
        }
    }

    private static void CheckProperty(MemberDeclaration member, CatalogDeclaration catalog)
    {
        PropertyDeclarationSyntax property = member.Syntax;
        bool isPartial = property.Modifiers.Any(SyntaxKind.PartialKeyword);
        bool isStatic = property.Modifiers.Any(SyntaxKind.StaticKeyword);
        bool hasBody = property.ExpressionBody is not null || property.Initializer is not null
            || property.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true;
        bool hasGetter = property.AccessorList?.Accessors.Any(SyntaxKind.GetAccessorDeclaration) == true;
        bool hasSetter = property.AccessorList?.Accessors.Any(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) == true;
        member.CanBeImplemented = isPartial && !hasBody && hasGetter && property.ExplicitInterfaceSpecifier is null;

        if (isPartial && isStatic && !hasBody && property.AccessorList is null or { Accessors.Count: 0 })
        {
            // It is probably still being typed. The compiler already reports a property without accessors (CS0548).
            member.Break();
            return;
        }

        string? wrong = !isPartial || !isStatic ? "must be 'static partial'"
            : hasBody || !hasGetter || hasSetter ? "must have only a getter without a body: '{ get; }'"
            : null;
        if (wrong is not null)
        {
            catalog.Break(member, CatalogProblemKind.MemberShape, property.Identifier, member.Name, wrong);
        }
    }

    private static void CheckType(MemberDeclaration member, CatalogDeclaration catalog, PartSemantics semantics)
    {
        PropertyDeclarationSyntax property = member.Syntax;
        string wanted = member.Kind.ToString();
        ITypeSymbol? type = semantics.TypeOf(property.Type);
        if (property.Type is NullableTypeSyntax && type is { IsReferenceType: true })
        {
            // The semantic model binds the type syntax without its question mark.
            type = type.WithNullableAnnotation(NullableAnnotation.Annotated);
        }

        if (type is { ContainingNamespace: { Name: "FailScope", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null, NullableAnnotation: not NullableAnnotation.Annotated }
            && type.Name == wanted)
        {
            return;
        }

        member.WrongType = type;
        if (property.Type is not RefTypeSyntax && type is null or IErrorTypeSymbol)
        {
            // The compiler reports a type that does not exist.
            member.CanBeImplemented = false;
            member.Break();
            return;
        }

        // A ref property would need a variable to return. A property of another type may already have an implementation, and a
        // second one would be another error.
        member.CanBeImplemented &= property.Type is not RefTypeSyntax && !HasOtherPart(property);
        catalog.Break(member, CatalogProblemKind.MemberShape, property.Type, member.Name, $"must be of type '{wanted}', which its attribute names");
    }

    private static bool HasOtherPart(PropertyDeclarationSyntax property) =>
        property.Parent is TypeDeclarationSyntax { Members: var siblings }
        && siblings.OfType<PropertyDeclarationSyntax>().Any(other => other != property && other.Identifier.ValueText == property.Identifier.ValueText);
}
