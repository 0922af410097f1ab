using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Parsing;

internal static class SyntaxNames
{
    /// <summary>Adds every identifier below the node.</summary>
    internal static void AddIdentifiers(this HashSet<string> names, SyntaxNode node)
    {
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }
    }
}
