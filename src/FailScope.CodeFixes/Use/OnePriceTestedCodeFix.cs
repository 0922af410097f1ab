using FailScope.Generators.Analyzers;
using FailScope.Generators.Analyzers.Use.Prices;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.CodeFixes.Use;

/// <summary><c>model.Pricing.InputUsdPerMillion == 0</c> becomes <c>model.IsFree</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OnePriceTestedCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.OnePriceTested)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (FailScopeTypes.ReferencedBy(document.Model.Compilation) is not { } types
            || document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax test
            || document.Model.GetOperation(test, cancellationToken) is not { } operation)
        {
            return null;
        }

        (PriceTest? one, PriceTest? other) = operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either
            ? (PriceTest.Of(either.LeftOperand, types), PriceTest.Of(either.RightOperand, types))
            : (PriceTest.Of(operation, types), null);
        if (one is null
            || ModelOf(one, test, types) is not { } model
            || (other is not null && (ModelOf(other, test, types) is not { } same || !SyntaxFactory.AreEquivalent(model, same))))
        {
            return null;
        }

        // Parentheses around a member access are redundant.
        SyntaxNode replaced = one.IsZeroWhenTrue && test.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : test;
        return new Replacement("Use Model.IsFree", replaced, rewritten =>
        {
            ExpressionSyntax isFree = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                model.WithoutTrivia(),
                SyntaxFactory.IdentifierName("IsFree"));
            return (one.IsZeroWhenTrue ? isFree : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, isFree)).WithTriviaFrom(rewritten);
        });
    }

    /// <summary>The model whose price is tested, if the test names it and it cannot be null.</summary>
    private static ExpressionSyntax? ModelOf(PriceTest test, ExpressionSyntax around, FailScopeTypes types) =>
        test.Price is { Syntax: var price, Instance: IPropertyReferenceOperation { Property.Name: "Pricing", Instance: { Syntax: ExpressionSyntax model, Type: var type } instance } }
        && SymbolEqualityComparer.Default.Equals(type, types.Model)
        && around.Span.Contains(price.Span)
        && !instance.DescendantsAndSelf().Any(part => part is IConditionalAccessInstanceOperation)
            ? model
            : null;
}
