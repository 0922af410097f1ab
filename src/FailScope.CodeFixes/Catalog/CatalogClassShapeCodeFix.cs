using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

/// <summary>Adds <c>partial</c> to a catalog class or a containing type, and removes <c>file</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CatalogClassShapeCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.CatalogClassShape)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Properties.TryGetValue(ParserProblems.Type, out string? name)
        && document.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is { } catalog
        && catalog.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == name) is { } type
            ? new Replacement(
                type.Modifiers.Any(SyntaxKind.FileKeyword) ? "Make the type partial and not file-local" : "Make the type partial",
                type,
                node => Extendable((TypeDeclarationSyntax)node))
            : null;

    private static TypeDeclarationSyntax Extendable(TypeDeclarationSyntax type)
    {
        // Trivia before the first modifier stays first, whichever modifier comes first afterwards.
        SyntaxToken first = type.Modifiers.Count > 0 ? type.Modifiers[0] : type.Keyword;
        SyntaxTriviaList leading = first.LeadingTrivia;
        type = type.ReplaceToken(first, first.WithLeadingTrivia());
        SyntaxTokenList modifiers = SyntaxFactory.TokenList(type.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.FileKeyword)));
        if (!modifiers.Any(SyntaxKind.PartialKeyword))
        {
            modifiers = modifiers.Add(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return type.WithModifiers(modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia(leading)));
    }
}
