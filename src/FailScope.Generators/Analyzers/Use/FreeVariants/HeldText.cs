using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>The text that an expression is sure to hold: a literal, a constant, or a variable that is set once.</summary>
internal static class HeldText
{
    internal static string? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        expression = Unwrap(expression);
        if (expression is LiteralExpressionSyntax literal)
        {
            return literal.Token.Value as string;
        }

        if (model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: var constant })
        {
            return constant as string;
        }

        return InitializerOf(expression, model, cancellationToken) is { } initializer ? Literal(initializer, model, cancellationToken) : null;
    }

    /// <summary>What a variable that is set once was set to; null for any other expression.</summary>
    internal static ExpressionSyntax? InitializerOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Unwrap(expression) is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || model.GetSymbolInfo(expression, cancellationToken).Symbol is not { } symbol)
        {
            return null;
        }

        bool isSetOnce = symbol is ILocalSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        if (!isSetOnce || symbol.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        ExpressionSyntax? initializer = reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };

        return initializer is not null && symbol is ILocalSymbol && IsWrittenAgain(symbol.Name, initializer) ? null : initializer;
    }

    internal static ExpressionSyntax Unwrap(ExpressionSyntax expression)
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

    private static string? Literal(ExpressionSyntax initializer, SemanticModel model, CancellationToken cancellationToken)
    {
        initializer = Unwrap(initializer);
        return initializer is LiteralExpressionSyntax literal ? literal.Token.Value as string
            : initializer.SyntaxTree == model.SyntaxTree ? model.GetConstantValue(initializer, cancellationToken).Value as string
            : null;
    }

    /// <summary>Whether the member that declares a local gives it another value, by any name that is the same.</summary>
    private static bool IsWrittenAgain(string name, ExpressionSyntax initializer)
    {
        // Top-level statements are a body together.
        SyntaxNode member = initializer.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate => candidate is not GlobalStatementSyntax)
            ?? initializer.SyntaxTree.GetRoot();
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            bool writes = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left.DescendantNodesAndSelf().Any(IsName),
                ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && IsName(argument.Expression),
                RefExpressionSyntax reference => IsName(reference.Expression),
                _ => false,
            };
            if (writes)
            {
                return true;
            }
        }

        return false;

        bool IsName(SyntaxNode node) => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
    }
}
