using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>A value that is assigned or passed to a place that requires keys of one kind.</summary>
/// <param name="Value">The value.</param>
/// <param name="Kinds">The kind that the place requires.</param>
/// <param name="Symbol">The place: a parameter, a field, a property, or a method for its return value.</param>
internal readonly record struct ScopeKeyPlace(IOperation Value, ScopeKinds Kinds, ISymbol Symbol)
{
    /// <summary>The place, for messages.</summary>
    internal string Description => Symbol switch
    {
        IParameterSymbol { IsImplicitlyDeclared: true, ContainingSymbol: IMethodSymbol { AssociatedSymbol: { } property } } => $"property '{property.Name}'",
        IParameterSymbol { ContainingSymbol: { } method } parameter => $"parameter '{parameter.Name}' of '{NameOf(method)}'",
        IFieldSymbol => $"field '{Symbol.Name}'",
        IPropertySymbol => $"property '{Symbol.Name}'",
        _ => $"the result of '{NameOf(Symbol)}'",
    };

    private static string NameOf(ISymbol method) => method switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => method.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
        IPropertySymbol { IsIndexer: true } => "this[]",
        _ => method.Name,
    };
}
