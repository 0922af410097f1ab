using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Calls after <c>?.</c>, as in <c>id?.Contains(":free")</c>, whose receiver is not a separate expression in the source.</summary>
internal static class ConditionalCalls
{
    /// <summary>The outermost <c>a?.…</c> that ends with the call; null if there is none.</summary>
    internal static ConditionalAccessExpressionSyntax? Around(ExpressionSyntax call)
    {
        ConditionalAccessExpressionSyntax? conditional = null;
        for (SyntaxNode current = call; current.Parent is ConditionalAccessExpressionSyntax parent && parent.WhenNotNull == current; current = parent)
        {
            conditional = parent;
        }

        return conditional;
    }

    /// <summary>
    /// The id that a call reads, as a complete expression; null if there is none. For <c>a?.Id.Contains(…)</c> it is
    /// <c>a?.Id</c>.
    /// </summary>
    internal static ExpressionSyntax? IdOf(IInvocationOperation call) =>
        Around((ExpressionSyntax)call.Syntax) is { } conditional ? IdOf(conditional) : FreeVariantOperations.SourceOf(call)?.Syntax as ExpressionSyntax;

    /// <summary>The id that is read by the call at the end of <c>a?.…</c>.</summary>
    internal static ExpressionSyntax? IdOf(ConditionalAccessExpressionSyntax conditional)
    {
        ConditionalAccessExpressionSyntax inner = conditional;
        while (inner.WhenNotNull is ConditionalAccessExpressionSyntax next)
        {
            inner = next;
        }

        return (inner.WhenNotNull as InvocationExpressionSyntax)?.Expression switch
        {
            MemberBindingExpressionSyntax => inner == conditional ? inner.Expression : conditional.ReplaceNode(inner, inner.Expression),
            MemberAccessExpressionSyntax { Expression: var receiver } => conditional.ReplaceNode(inner.WhenNotNull, receiver),
            _ => null,
        };
    }
}
