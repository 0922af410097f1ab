using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>A field, property or local with a collection, and its uses. Thread-safe.</summary>
internal sealed class ScopeKeyCollection(ISymbol symbol)
{
    private volatile bool _isShared = symbol is not ILocalSymbol && symbol.DeclaredAccessibility != Accessibility.Private;

    internal ISymbol Symbol => symbol;

    internal ConcurrentBag<ScopeKeyUse> Added { get; } = [];

    internal ConcurrentBag<ScopeKeyUse> Sought { get; } = [];

    /// <summary>Whether all additions to it are known.</summary>
    internal bool IsWhole => !_isShared;

    /// <summary>Records that other code may add to the collection, because it is passed to that code or comes from it.</summary>
    internal void Share() => _isShared = true;
}
