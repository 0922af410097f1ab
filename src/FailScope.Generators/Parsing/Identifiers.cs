using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Parsing;

internal static class Identifiers
{
    /// <summary>The identifier as source code: with an <c>@</c> if the name is a keyword.</summary>
    internal static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
