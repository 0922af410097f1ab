using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.PriceLists;

/// <summary>
/// Replaces an id that is not listed or has expired with the nearest listed id. Only for literals, because a constant can have
/// other uses.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NearestIdCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.UnlistedModel, DiagnosticIds.ExpiredModel, DiagnosticIds.MissingPriceListEntry)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Properties.TryGetValue(ParserProblems.Nearest, out string? nearest) && nearest is not null
        && document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            ? new Replacement($"Change to '{nearest}'", literal, node => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(node))
            : null;
}
