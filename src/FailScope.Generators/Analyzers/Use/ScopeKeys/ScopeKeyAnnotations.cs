using System.Collections.Concurrent;
using System.Collections.Immutable;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>Reads <c>[ScopeKey]</c> attributes of declarations.</summary>
internal sealed class ScopeKeyAnnotations(FailScopeTypes types, Compilation compilation)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _canAnnotate = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ScopeKinds> _kinds = new(SymbolEqualityComparer.Default);

    /// <summary>The kind of key of a parameter, field or property, or of a method's return value.</summary>
    internal ScopeKinds KindOf(ISymbol? symbol)
    {
        // Most symbols belong to the framework and cannot have the attribute.
        if (symbol?.ContainingAssembly is not { } assembly || !_canAnnotate.GetOrAdd(assembly, candidate => types.CanAnnotate(candidate, compilation)))
        {
            return default;
        }

        symbol = symbol.OriginalDefinition;
        return _kinds.GetOrAdd(symbol, Read);
    }

    private ScopeKinds Read(ISymbol symbol)
    {
        switch (symbol)
        {
            case IMethodSymbol method:
                return In(method.GetReturnTypeAttributes()) is { IsKnown: true } returned ? returned
                    : method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } ofGetter } ? KindOf(ofGetter)
                    : KindOf(method.OverriddenMethod);

            case IParameterSymbol parameter:
                return In(parameter.GetAttributes()) is { IsKnown: true } taken ? taken
                    : parameter.ContainingSymbol is not IMethodSymbol owner ? default
                    : owner is { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } ofSetter } && parameter.Ordinal == owner.Parameters.Length - 1 ? KindOf(ofSetter)
                    : KindOf(owner.OverriddenMethod?.Parameters[parameter.Ordinal]);

            case IPropertySymbol property:
                return In(property.GetAttributes()) is { IsKnown: true } held ? held
                    : property.GetMethod is { } getter && In(getter.GetReturnTypeAttributes()) is { IsKnown: true } got ? got
                    : PrimaryParameter(property) is { } primary ? In(primary.GetAttributes())
                    : KindOf(property.OverriddenProperty);

            case IFieldSymbol field:
                return In(field.GetAttributes());

            default:
                return default;
        }
    }

    private ScopeKinds In(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, types.ScopeKeyAttribute)
                && attribute.ConstructorArguments is [{ Value: int kind }]
                && Enum.IsDefined(typeof(ScopeKind), kind))
            {
                return (ScopeKind)kind;
            }
        }

        return default;
    }

    /// <summary>The record parameter that a property was generated from. An attribute on the parameter also applies to the property.</summary>
    private static IParameterSymbol? PrimaryParameter(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is ParameterSyntax syntax
            ? property.ContainingType.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences is [var own] && own.GetSyntax() == syntax)
            : null;
}
