using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Parsing;

internal static class Identifiers
{
    /// <summary>The identifier as it must be written: with an <c>@</c> where the bare name is a keyword.</summary>
    internal static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
