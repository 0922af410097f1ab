using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>One of the possible values of an expression, with its kind of scope key.</summary>
/// <param name="Operation">Where the value comes from.</param>
/// <param name="Kinds">The kinds that it can have; may be unknown.</param>
/// <param name="Origin">The source of the kind.</param>
internal readonly record struct ScopeKeySource(IOperation Operation, ScopeKinds Kinds, ScopeKeyOrigin Origin);
