using FailScope.Generators.Analyzers.Use.FreeVariants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Use;

/// <summary>A complete test with a Boolean result, such as <c>id.IndexOf(":free") >= 0</c>.</summary>
/// <param name="Node">The test.</param>
/// <param name="IsNegated">Whether it tests the opposite.</param>
internal sealed record FreeVariantQuestion(ExpressionSyntax Node, bool IsNegated)
{
    /// <summary>The test that contains a call; null if the result of the call is used in another way.</summary>
    internal static FreeVariantQuestion? Of(ExpressionSyntax call, FreeVariantAnswer answer, SemanticModel model, CancellationToken cancellationToken)
    {
        bool mayBeNull = call is ConditionalAccessExpressionSyntax;
        FreeVariantQuestion? question =
            answer == FreeVariantAnswer.Position ? OfPosition(call, mayBeNull, model, cancellationToken)
            : mayBeNull ? OfNullable(call)
            : new FreeVariantQuestion(call, false);

        // The new call needs no parentheses, but a negated one may.
        return question is { IsNegated: false, Node.Parent: ParenthesizedExpressionSyntax parenthesized }
            ? question with { Node = parenthesized }
            : question;
    }

    private static FreeVariantQuestion? OfNullable(ExpressionSyntax call) => call.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } binary when IsLiteral(Other(binary, call), true) => new(binary, false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } binary when IsLiteral(Other(binary, call), true) => new(binary, true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } binary when IsLiteral(binary.Right, false) => new(binary, false),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax pattern } test when IsLiteral(pattern.Expression, true) => new(test, false),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax pattern } } test when IsLiteral(pattern.Expression, true) => new(test, true),
        _ => null,
    };

    private static FreeVariantQuestion? OfPosition(ExpressionSyntax call, bool mayBeNull, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax place = call;
        while (place.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            place = parenthesized;
        }

        switch (place.Parent)
        {
            case BinaryExpressionSyntax binary:
                SyntaxKind comparison = binary.Left == place ? binary.Kind() : Mirrored(binary.Kind());
                return IsFound(comparison, Value(Other(binary, place))) is { } found ? Ask(binary, found, comparison) : null;

            case IsPatternExpressionSyntax { Pattern: var pattern } test:
                bool isNot = pattern is UnaryPatternSyntax;
                pattern = pattern is UnaryPatternSyntax not ? not.Pattern : pattern;
                (comparison, int? value) = pattern switch
                {
                    ConstantPatternSyntax constant => (SyntaxKind.EqualsExpression, Value(constant.Expression)),
                    RelationalPatternSyntax relational => (Comparison(relational.OperatorToken), Value(relational.Expression)),
                    _ => (SyntaxKind.None, null),
                };

                // If the position can be null, "is not" is also true for null.
                return IsFound(comparison, value) is { } matches && !(mayBeNull && isNot) ? Ask(test, matches != isNot, comparison) : null;

            default:
                return null;
        }

        // For null, only a test that returns false is equivalent to the new call.
        FreeVariantQuestion? Ask(ExpressionSyntax node, bool isFound, SyntaxKind comparison) =>
            mayBeNull && (!isFound || comparison == SyntaxKind.NotEqualsExpression) ? null : new(node, !isFound);

        int? Value(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellationToken).Value as int?;
    }

    /// <summary>Whether a comparison of a position is true when the text was found; null if it compares something else.</summary>
    private static bool? IsFound(SyntaxKind comparison, int? value) => (comparison, value) switch
    {
        (SyntaxKind.GreaterThanOrEqualExpression, 0) or (SyntaxKind.GreaterThanExpression, -1 or 0) or (SyntaxKind.NotEqualsExpression, -1) => true,
        (SyntaxKind.LessThanExpression, 0) or (SyntaxKind.LessThanOrEqualExpression, -1) or (SyntaxKind.EqualsExpression, -1) => false,
        _ => null,
    };

    private static SyntaxKind Mirrored(SyntaxKind comparison) => comparison switch
    {
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        _ => comparison,
    };

    private static SyntaxKind Comparison(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.LessThanToken => SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanExpression,
        SyntaxKind.GreaterThanEqualsToken => SyntaxKind.GreaterThanOrEqualExpression,
        _ => SyntaxKind.None,
    };

    private static ExpressionSyntax Other(BinaryExpressionSyntax binary, ExpressionSyntax one) => binary.Left == one ? binary.Right : binary.Left;

    private static bool IsLiteral(ExpressionSyntax expression, bool value) =>
        expression.IsKind(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);
}
