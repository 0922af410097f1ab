using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

/// <summary>
/// Makes a catalog member <c>static partial</c> with its attribute's type and only a getter, unless that would delete a body.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CatalogMemberShapeCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.CatalogMemberShape)
{
    private static readonly SyntaxKind[] Removable = [SyntaxKind.RequiredKeyword, SyntaxKind.ReadOnlyKeyword];
    private static readonly SyntaxKind[] Kept =
        [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.PartialKeyword, SyntaxKind.NewKeyword];

    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode node = document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node switch
        {
            // The identifier of a property is a token of the property.
            PropertyDeclarationSyntax property => CanBeReshaped(property)
                ? new Replacement("Change to a static partial property with a getter", property, reshaped => Reshape((PropertyDeclarationSyntax)reshaped))
                : null,
            TypeSyntax { Parent: PropertyDeclarationSyntax property } type when property.Type == type => PlanType(document, property, cancellationToken),
            _ => null,
        };
    }

    private static Replacement? PlanType(FixedDocument document, PropertyDeclarationSyntax property, CancellationToken cancellationToken)
    {
        foreach (AttributeSyntax attribute in property.AttributeLists.SelectMany(list => list.Attributes))
        {
            if (document.Model.GetTypeInfo(attribute, cancellationToken).Type is { ContainingNamespace: { Name: nameof(FailScope), ContainingNamespace.IsGlobalNamespace: true } } found
                && Enum.GetNames(typeof(MemberKind)).FirstOrDefault(kind => found.Name == kind + nameof(Attribute)) is { } name
                && document.Model.Compilation.GetTypeByMetadataName($"{nameof(FailScope)}.{name}") is { } type)
            {
                ExpressionSyntax expression = PackageName.Of(type, document, property.Type.SpanStart, cancellationToken);
                TypeSyntax written = expression.CopyAnnotationsTo(SyntaxFactory.ParseTypeName(expression.ToString()))!;
                return new Replacement($"Change the type to {name}", property.Type, node => written.WithTriviaFrom(node));
            }
        }

        return null;
    }

    private static bool CanBeReshaped(PropertyDeclarationSyntax property) =>
        property.ExplicitInterfaceSpecifier is null
        && !HasDirectiveInside(property)
        && property.Modifiers.All(modifier => Kept.Contains(modifier.Kind()) || Removable.Contains(modifier.Kind()))
        && SaysNothing(property.ExpressionBody?.Expression)
        && SaysNothing(property.Initializer?.Value)
        && property.AccessorList?.Accessors.All(accessor => accessor.Body is null && SaysNothing(accessor.ExpressionBody?.Expression)) != false;

    // Directives inside the property would be lost.
    private static bool HasDirectiveInside(PropertyDeclarationSyntax property) =>
        property.ContainsDirectives && property.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > property.SpanStart);

    private static bool SaysNothing(ExpressionSyntax? value) => value switch
    {
        null or ThrowExpressionSyntax or DefaultExpressionSyntax => true,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        PostfixUnaryExpressionSyntax suppressed => SaysNothing(suppressed.Operand),
        _ => false,
    };

    private static PropertyDeclarationSyntax Reshape(PropertyDeclarationSyntax property)
    {
        SyntaxTriviaList leading = property.Modifiers.Count > 0 ? property.Modifiers[0].LeadingTrivia : property.Type.GetLeadingTrivia();
        property = property.Modifiers.Count > 0
            ? property.ReplaceToken(property.Modifiers[0], property.Modifiers[0].WithLeadingTrivia())
            : property.WithType(property.Type.WithoutLeadingTrivia());

        // Partial must be the last modifier before the type.
        IEnumerable<SyntaxToken> modifiers = property.Modifiers.Where(modifier => Kept.Contains(modifier.Kind()) && !modifier.IsKind(SyntaxKind.PartialKeyword));
        if (!property.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            modifiers = modifiers.Append(Word(SyntaxKind.StaticKeyword));
        }

        SyntaxToken[] words = [.. modifiers, Word(SyntaxKind.PartialKeyword)];
        words[0] = words[0].WithLeadingTrivia(leading);
        return property
            .WithModifiers(SyntaxFactory.TokenList(words))
            .WithIdentifier(property.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithExpressionBody(null)
            .WithInitializer(null)
            .WithSemicolonToken(default)
            .WithAccessorList(Getter.WithTrailingTrivia(property.GetTrailingTrivia()));
    }

    private static AccessorListSyntax Getter { get; } = SyntaxFactory.AccessorList(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.SingletonList(
            SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration)
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.Space))),
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private static SyntaxToken Word(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
}
