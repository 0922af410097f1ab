using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Catalog;

internal static class NameOf
{
    /// <summary>Replaces a reference with <c>nameof</c>.</summary>
    internal static Replacement Replacing(ExpressionSyntax reference, string member)
    {
        ExpressionSyntax name = SyntaxFactory.ParseExpression($"nameof({Identifiers.Escape(member)})");
        return new Replacement($"Change to {name}", reference, node => name.WithTriviaFrom(node));
    }
}
