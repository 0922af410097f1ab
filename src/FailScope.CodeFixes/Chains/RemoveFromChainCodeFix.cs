using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Chains;

/// <summary>Removes an entry that has no effect: a repeated one, or one that can never answer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveFromChainCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.DuplicateInChain, DiagnosticIds.UnreachableEntry)
{
    private const string Title = "Remove from the chain";

    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax entry
            ? entry.Parent switch
            {
                AttributeArgumentSyntax or ExpressionElementSyntax => new Replacement(Title, entry.Parent, Rewrite: null),
                InitializerExpressionSyntax => new Replacement(Title, entry, Rewrite: null),
                _ => null,
            }
            : null;
}
