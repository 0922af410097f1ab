using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Finding;

/// <summary>A type declaration with attributes, and its last parse result.</summary>
internal sealed class AttributedType(TypeDeclarationSyntax declaration, string[] attributes)
{
    private CatalogReading? _lastReading;

    internal TypeDeclarationSyntax Declaration { get; } = declaration;

    /// <summary>The names of its attributes as written, without qualifiers.</summary>
    internal IReadOnlyList<string> Attributes { get; } = attributes;

    /// <summary>
    /// The newest result; null before the first one. Several compilations can update it concurrently, so each must check that the result
    /// applies to it.
    /// </summary>
    internal CatalogReading? LastReading
    {
        get => Volatile.Read(ref _lastReading);
        set => Volatile.Write(ref _lastReading, value);
    }
}
