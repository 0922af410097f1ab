using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Docs.Tests.Messages;

/// <summary>The text of an expression in source code.</summary>
internal static class MessageText
{
    internal static bool IsText(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression) && (IsText(binary.Left) || IsText(binary.Right)),
        ParenthesizedExpressionSyntax inner => IsText(inner.Expression),
        _ => false,
    };

    internal static string Of(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(Of)),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) => Of(binary.Left) + Of(binary.Right),
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        _ => Hole(expression),
    };

    /// <summary>Whether the text has several words, one of them in lower case, so that it is neither an identifier nor a format.</summary>
    internal static bool IsForPeople(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.Count(word => word.Length > 1 && word.All(character => char.IsAsciiLetterLower(character) || character is ',' or '.' or ':')) > 1;
    }

    private static string Of(InterpolatedStringContentSyntax content) => content switch
    {
        InterpolatedStringTextSyntax text => text.TextToken.ValueText,
        InterpolationSyntax { Expression: var expression } => Hole(expression),
        _ => content.ToString(),
    };

    // A nameof(X) is a word of the message. For any other value, its code is shown.
    private static string Hole(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: [var named] }
            ? named.Expression.ToString().Split('.')[^1]
            : $"{{{string.Join(' ', expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}}}";
}
