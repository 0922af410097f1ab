using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Finding;

/// <summary>A declaration of a type with attributes, and the result of parsing it last.</summary>
internal sealed class AttributedType(TypeDeclarationSyntax declaration, string[] attributes)
{
    private CatalogReading? _lastReading;

    internal TypeDeclarationSyntax Declaration { get; } = declaration;

    /// <summary>The names of its attributes as written, without qualifiers.</summary>
    internal IReadOnlyList<string> Attributes { get; } = attributes;

    /// <summary>
    /// The newest result; null before the first. Several compilations can update it concurrently, so each checks that the result
    /// is its own.
    /// </summary>
    internal CatalogReading? LastReading
    {
        get => Volatile.Read(ref _lastReading);
        set => Volatile.Write(ref _lastReading, value);
    }
}
