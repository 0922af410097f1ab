using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.PriceLists;

/// <summary>Writes listed values in the style of the file.</summary>
internal static class ListedSyntax
{
    private const string Type = "ModelCapabilities";

    /// <summary>Flags such as <c>Tools | Vision</c>, qualified as the file requires.</summary>
    internal static string Qualify(string flags, SyntaxNode place, FixedDocument document)
    {
        string prefix = Prefix(place.SpanStart, document);
        return string.Join(" | ", flags.Split('|').Select(flag => prefix + flag.Trim()));
    }

    // Unqualified with "using static", with the type name if the namespace is imported, and fully qualified otherwise.
    private static string Prefix(int position, FixedDocument document) =>
        document.Model.LookupStaticMembers(position, name: "StructuredOutput").Any(member => IsCapabilities(member.ContainingType)) ? ""
        : document.Model.LookupNamespacesAndTypes(position, name: Type).Any(IsCapabilities) ? Type + "."
        : $"global::FailScope.{Type}.";

    private static bool IsCapabilities(ISymbol? symbol) => symbol is INamedTypeSymbol { Name: Type, ContainingNamespace: { Name: nameof(FailScope), ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether an argument sets a property of this name.</summary>
    internal static bool Sets(AttributeArgumentSyntax argument, string property) => argument.NameEquals?.Name.Identifier.ValueText == property;
}
