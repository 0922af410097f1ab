using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>A field, property or local with a collection, and its uses. Filled from several threads.</summary>
internal sealed class ScopeKeyCollection(ISymbol symbol)
{
    private volatile bool _isShared = symbol is not ILocalSymbol && symbol.DeclaredAccessibility != Accessibility.Private;

    internal ISymbol Symbol => symbol;

    internal ConcurrentBag<ScopeKeyUse> Added { get; } = [];

    internal ConcurrentBag<ScopeKeyUse> Sought { get; } = [];

    /// <summary>Whether all additions to it are known.</summary>
    internal bool IsWhole => !_isShared;

    /// <summary>The collection is passed to code that may add to it, or comes from code that may have.</summary>
    internal void Share() => _isShared = true;
}
