using FailScope.Generators.Analyzers.PriceLists;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.PriceLists;

/// <summary>Replaces the declared price, context window, output limit or capabilities with the listed ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ListedValueCodeFix()
    : FailScopeCodeFixProvider(DiagnosticIds.PriceDiffers, DiagnosticIds.ContextWindowDiffers, DiagnosticIds.MaxOutputDiffers, DiagnosticIds.DeniedCapability)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(ListedArguments.Value, out string? value) || value is null
            || document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Expression: var expression })
        {
            return null;
        }

        return diagnostic.Id == DiagnosticIds.DeniedCapability
            ? Replace("Remove the capabilities that the price list denies", expression, ListedSyntax.Qualify(value, expression, document))
            : Replace($"Use the listed value {value}", expression, value);
    }

    private static Replacement Replace(string title, ExpressionSyntax expression, string text) =>
        new(title, expression, node => SyntaxFactory.ParseExpression(text).WithTriviaFrom(node));
}
