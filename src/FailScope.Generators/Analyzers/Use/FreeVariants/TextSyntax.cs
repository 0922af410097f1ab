using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// The context of a text in the source. Read from syntax, so that nothing is bound for the many words that are not relevant.
/// </summary>
internal static class TextSyntax
{
    /// <summary>The literal or name that a token belongs to; null for a token that is neither.</summary>
    internal static ExpressionSyntax? ExpressionOf(SyntaxToken token) => token.Parent switch
    {
        LiteralExpressionSyntax literal => literal,
        InterpolatedStringTextSyntax text => (ExpressionSyntax?)text.Parent,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => access,
        IdentifierNameSyntax name => name,
        _ => null,
    };

    /// <summary>The whole text that an expression is part of: <c>":" + "free"</c>, <c>$":{"free"}"</c>.</summary>
    internal static ExpressionSyntax Whole(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression.Parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    expression = sum;
                    break;
                case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated }:
                    expression = interpolated;
                    break;
                default:
                    ExpressionSyntax around = WithParentheses(expression);
                    if (around == expression)
                    {
                        return expression;
                    }

                    expression = around;
                    break;
            }
        }
    }

    /// <summary>The array or collection expression with this element; null for any other expression.</summary>
    internal static ExpressionSyntax? CollectionOf(ExpressionSyntax element) => element.Parent switch
    {
        InitializerExpressionSyntax { Parent: ExpressionSyntax creation } => WithParentheses(creation),
        InitializerExpressionSyntax initializer => initializer,
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => WithParentheses(collection),
        _ => null,
    };

    /// <summary>The elements of an array or collection expression.</summary>
    internal static IEnumerable<ExpressionSyntax> ElementsOf(ExpressionSyntax collection) => collection switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        InitializerExpressionSyntax initializer => initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        CollectionExpressionSyntax expression => expression.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [],
    };

    /// <summary>
    /// The name of the variable, field or property that is initialized with the expression; null if there is none.
    /// </summary>
    internal static string? VariableOf(ExpressionSyntax value) => WithParentheses(value).Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => null,
    };

    /// <summary>
    /// Whether a search, a comparison or a regular expression around the text may use it. Checks only the names of methods.
    /// </summary>
    internal static bool CanBeSearchedFor(ExpressionSyntax text)
    {
        for (SyntaxNode node = text; node.Parent is { } parent && parent is not (StatementSyntax or MemberDeclarationSyntax or LambdaExpressionSyntax); node = parent)
        {
            switch (parent)
            {
                case InvocationExpressionSyntax call when call.Expression != text && IsSearch(NameOf(call)):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
                case IsPatternExpressionSyntax or BaseObjectCreationExpressionSyntax:
                    return true;
            }
        }

        return false;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsSearch(string method) =>
        method is "IndexOf" or "LastIndexOf" or "Count" or "EndsWith" or "IsSuffix" or "Split" or "Replace" or "Equals" or "Create" or "Like" or "ILike"
            or "IsMatch" or "Match" or "Matches" or "EnumerateMatches" or "Any" or "Exists"
        || method.StartsWith("Contains", StringComparison.Ordinal);

    internal static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static ExpressionSyntax WithParentheses(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return expression;
    }
}
