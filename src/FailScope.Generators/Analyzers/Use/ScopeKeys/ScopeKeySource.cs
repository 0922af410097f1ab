using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>One of the values that an expression may have, as far as scope keys go.</summary>
/// <param name="Operation">Where the value comes from.</param>
/// <param name="Kinds">The kinds that it may be of; unknown where nothing says.</param>
/// <param name="Origin">Where the kind is known from.</param>
internal readonly record struct ScopeKeySource(IOperation Operation, ScopeKinds Kinds, ScopeKeyOrigin Origin);
