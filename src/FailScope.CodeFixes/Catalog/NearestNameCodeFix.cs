using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

/// <summary>Replaces a misspelled reference with a <c>nameof</c> of the nearest member of the right kind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NearestNameCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.UnknownReference)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Properties.TryGetValue(ParserProblems.Nearest, out string? nearest) && nearest is not null
        && document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax reference
            ? NameOf.Replacing(reference, nearest)
            : null;
}
