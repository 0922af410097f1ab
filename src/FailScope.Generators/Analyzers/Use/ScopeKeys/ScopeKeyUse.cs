using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>A key that is added to a collection or looked up in it.</summary>
/// <param name="Key">The syntax of the key.</param>
/// <param name="Kinds">Its kind.</param>
internal readonly record struct ScopeKeyUse(SyntaxNode Key, ScopeKinds Kinds);
