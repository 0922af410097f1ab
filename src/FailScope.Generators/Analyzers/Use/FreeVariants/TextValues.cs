using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>The known values of expressions in one file: literals, constants, and variables that are assigned once.</summary>
internal sealed class TextValues(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The text value of an expression; null if it is not known.</summary>
    internal string? TextOf(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: var constant } => constant as string,
        _ => operation is ILiteralOperation or IUtf8StringOperation ? TextIn(operation.Syntax as ExpressionSyntax) : TextIn(InitializerOf(operation)),
    };

    /// <summary>The text value of a syntax node: a literal, or a constant of this file.</summary>
    internal string? TextIn(ExpressionSyntax? expression) =>
        expression is LiteralExpressionSyntax literal ? literal.Token.Value as string
        : expression is not null && expression.SyntaxTree == model.SyntaxTree ? model.GetConstantValue(expression, cancellationToken).Value as string
        : null;

    /// <summary>The value of a variable that is assigned once in this file; any other expression unchanged.</summary>
    internal IOperation? ValueOf(IOperation operation) =>
        InitializerOf(operation) is not { } initializer ? operation
        : initializer.SyntaxTree == model.SyntaxTree ? model.GetOperation(initializer, cancellationToken)
        : null;

    /// <summary>The value of a variable that is assigned once, in any file; null for any other expression.</summary>
    internal ExpressionSyntax? InitializerOf(IOperation operation) => FreeVariantOperations.WithoutConversions(operation) switch
    {
        ILocalReferenceOperation local => LocalValues.Of(local) is [var value] ? value.Syntax as ExpressionSyntax : null,
        IFieldReferenceOperation { Field: { IsReadOnly: true } or { IsConst: true } } field => InitializerOf(field.Field),
        IPropertyReferenceOperation { Property.SetMethod: null } property => InitializerOf(property.Property),
        _ => null,
    };

    private ExpressionSyntax? InitializerOf(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [var reference])
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
        return initializer is null ? null : TextSyntax.WithoutParentheses(initializer);
    }
}
