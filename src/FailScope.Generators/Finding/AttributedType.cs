using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Finding;

/// <summary>A declaration of a type that carries attributes, and what was found when it was last read.</summary>
internal sealed class AttributedType(TypeDeclarationSyntax declaration, string[] attributes)
{
    private CatalogReading? _lastReading;

    internal TypeDeclarationSyntax Declaration { get; } = declaration;

    /// <summary>The names of its attributes as written, without qualifiers.</summary>
    internal IReadOnlyList<string> Attributes { get; } = attributes;

    /// <summary>The newest reading; null before the first. Several compilations may race for it: each checks that it is its own.</summary>
    internal CatalogReading? LastReading
    {
        get => Volatile.Read(ref _lastReading);
        set => Volatile.Write(ref _lastReading, value);
    }
}
