using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

/// <summary>Adds <c>[ModelCatalog]</c> to a class that has catalog members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NotMarkedAsCatalogCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.NotMarkedAsCatalog)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (document.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not TypeDeclarationSyntax { RawKind: (int)SyntaxKind.ClassDeclaration or (int)SyntaxKind.RecordDeclaration } type
            || document.Model.Compilation.GetTypeByMetadataName("FailScope.ModelCatalogAttribute") is not { } attribute)
        {
            return null;
        }

        ExpressionSyntax name = PackageName.Of(attribute, document, type.SpanStart, cancellationToken);
        string text = name.ToString();
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.Attribute(name.CopyAnnotationsTo(SyntaxFactory.ParseName(text.Substring(0, text.Length - nameof(Attribute).Length)))!)));
        return new Replacement("Add [ModelCatalog]", type, node => Mark((TypeDeclarationSyntax)node, list));
    }

    private static TypeDeclarationSyntax Mark(TypeDeclarationSyntax type, AttributeListSyntax list)
    {
        // A documentation comment stays first, followed by the attribute on its own line and the class on the next.
        SyntaxTriviaList leading = type.GetLeadingTrivia();
        SyntaxTrivia indentation = leading.LastOrDefault();
        SyntaxTriviaList beforeClass = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default;
        SyntaxTrivia lineEnd = type.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return (TypeDeclarationSyntax)type
            .WithLeadingTrivia(beforeClass)
            .WithAttributeLists(((TypeDeclarationSyntax)type.WithLeadingTrivia(beforeClass)).AttributeLists.Insert(
                0,
                list.WithLeadingTrivia(leading).WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.None) ? SyntaxFactory.LineFeed : lineEnd)));
    }
}
