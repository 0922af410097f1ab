using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

/// <summary>Removes <c>Free = true</c>, so that the model counts as priced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FreeWithPriceCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.FreeWithPrice)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        document.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? new Replacement("Remove 'Free = true'", argument, Rewrite: null)
            : null;
}
