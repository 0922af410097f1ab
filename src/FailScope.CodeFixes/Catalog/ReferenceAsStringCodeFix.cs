using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

/// <summary><c>"Main"</c> becomes <c>nameof(Main)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ReferenceAsStringCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.ReferenceAsString)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            ? NameOf.Replacing(literal, literal.Token.ValueText)
            : null;
}
