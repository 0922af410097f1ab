using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>Collects the uses of a type's collections.</summary>
internal sealed class ScopeKeyCollectionUses(ScopeKeyFlow flow)
{
    private readonly ConcurrentDictionary<ISymbol, ScopeKeyCollection> _collections = new(SymbolEqualityComparer.Default);

    /// <summary>The collections to which a key was added or in which one was looked up.</summary>
    internal IEnumerable<ScopeKeyCollection> Collections => _collections.Values.Where(collection => !collection.Added.IsEmpty);

    internal void Read(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                ReadCall(call);
                break;

            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }], Instance: { } receiver } indexer when CollectionOf(receiver) is { } collection:
                bool isWritten = indexer.Parent is ISimpleAssignmentOperation assignment && assignment.Target == indexer;
                Add(collection, key, isAdded: isWritten, isSought: !isWritten);
                break;

            case IFieldReferenceOperation or ILocalReferenceOperation or IPropertyReferenceOperation:
                if (SymbolOf(operation) is { } symbol && IsHandedOn(operation))
                {
                    Get(symbol).Share();
                }

                break;

            case IFieldInitializerOperation { InitializedFields: [var field], Value: var value } when IsCollection(field.Type) && !IsFresh(value, field):
                Get(field).Share();
                break;

            case IPropertyInitializerOperation { InitializedProperties: [var property], Value: var value } when IsCollection(property.Type) && !IsFresh(value, property):
                Get(property).Share();
                break;

            case IVariableDeclaratorOperation { Symbol: var local } declarator when IsCollection(local.Type):
                if (declarator.GetVariableInitializer() is not { Value: var initial } || !IsFresh(initial, local))
                {
                    Get(local).Share();
                }

                break;
        }
    }

    private void ReadCall(IInvocationOperation call)
    {
        (IOperation? receiver, int first) = call is { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments: [var self, ..] }
            ? (self.Value, 1)
            : (call.Instance, 0);
        if (receiver is null || CollectionOf(receiver) is not { } collection)
        {
            return;
        }

        (int position, bool isAdded, bool isSought) = call.TargetMethod.Name switch
        {
            "Add" or "TryAdd" or "Enqueue" or "Push" or "AddFirst" or "AddLast" or "AddOrUpdate" or "GetOrAdd" or "SetItem" => (0, true, false),
            "Insert" => (1, true, false),
            "Contains" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "Remove" or "TryRemove" or "IndexOf" or "LastIndexOf" => (0, false, true),
            _ => (0, false, false),
        };
        if ((isAdded || isSought) && call.Arguments.Length > first + position)
        {
            Add(collection, call.Arguments[first + position].Value, isAdded, isSought);
        }
    }

    private void Add(ISymbol collection, IOperation key, bool isAdded, bool isSought)
    {
        // A collection with a typed key needs no rule, and neither does one with numbers as keys.
        if (key.Type is { IsValueType: true, SpecialType: not SpecialType.None })
        {
            return;
        }

        var use = new ScopeKeyUse(key.Syntax, flow.KindsOf(key));
        if (isAdded)
        {
            Get(collection).Added.Add(use);
        }

        if (isSought)
        {
            Get(collection).Sought.Add(use);
        }
    }

    private ScopeKeyCollection Get(ISymbol symbol) => _collections.GetOrAdd(symbol.OriginalDefinition, symbol => new ScopeKeyCollection(symbol));

    /// <summary>The collection of an operation: a named one, or the one that an initializer fills.</summary>
    private static ISymbol? CollectionOf(IOperation receiver)
    {
        if (receiver is IConversionOperation { IsImplicit: true } conversion)
        {
            receiver = conversion.Operand;
        }

        if (receiver is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return SymbolOf(receiver);
        }

        IOperation? creation = receiver;
        while (creation is not (null or IObjectCreationOperation))
        {
            creation = creation.Parent;
        }

        IOperation? parent = creation?.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation assignment => SymbolOf(assignment.Target),
            _ => null,
        };
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: var field } when IsCollection(field.Type) => field,
        ILocalReferenceOperation { Local: var local } when IsCollection(local.Type) => local,
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } when IsCollection(property.Type) => property,
        _ => null,
    };

    /// <summary>Whether a type is a collection whose keys can be of any kind.</summary>
    private static bool IsCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: not SpecialType.System_String } named
        && (named.TypeArguments is [] or [{ SpecialType: SpecialType.System_String or SpecialType.System_Object }, ..] or [{ TypeKind: TypeKind.Interface or TypeKind.Dynamic }, ..])
        && named.AllInterfaces.Any(candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>Whether a use lets other code add to the collection, or replaces it.</summary>
    private static bool IsHandedOn(IOperation reference)
    {
        IOperation current = reference;
        IOperation? parent = reference.Parent;
        while (parent is IConversionOperation { IsImplicit: true })
        {
            current = parent;
            parent = parent.Parent;
        }

        return parent switch
        {
            IInvocationOperation call when call.Instance == current => IsUnknownChange(call),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method, Instance: null } call } argument when call.Arguments[0] == argument =>
                !IsEnumerable(method.ContainingType) && IsUnknownChange(call),
            IPropertyReferenceOperation property => property.Instance != current,
            IForEachLoopOperation or IConditionalAccessOperation or IIsPatternOperation or INameOfOperation or IBinaryOperation => false,
            ISimpleAssignmentOperation assignment => assignment.Target != current || !IsFresh(assignment.Value, SymbolOf(reference)!),
            IExpressionStatementOperation => false,
            _ => true,
        };
    }

    private static bool IsEnumerable(INamedTypeSymbol type) => type is { Name: "Enumerable", ContainingNamespace.Name: "Linq" };

    private static bool IsUnknownChange(IInvocationOperation call) => call.TargetMethod.Name is not (
        "Add" or "TryAdd" or "Enqueue" or "Push" or "AddFirst" or "AddLast" or "GetOrAdd" or "AddOrUpdate" or "SetItem" or "Insert"
        or "Contains" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "Remove" or "TryRemove" or "RemoveAll" or "RemoveWhere" or "RemoveAt"
        or "IndexOf" or "LastIndexOf" or "Clear" or "ToArray" or "ToList" or "CopyTo" or "GetEnumerator" or "TrimExcess" or "EnsureCapacity"
        or "Peek" or "TryPeek" or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "Exists" or "Find" or "FindIndex" or "ForEach" or "TrueForAll"
        or "Overlaps" or "IsSubsetOf" or "SetEquals" or "ExceptWith" or "IntersectWith");

    /// <summary>
    /// Whether a value is an empty collection, a collection expression, or the same collection after a change that is recorded
    /// elsewhere.
    /// </summary>
    private static bool IsFresh(IOperation value, ISymbol symbol) => value switch
    {
        IConversionOperation conversion => IsFresh(conversion.Operand, symbol),
        IObjectCreationOperation creation => !creation.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsSequence(argument.Value.Type)),
        IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } } or IPropertyReferenceOperation { Property: { Name: "Empty", IsStatic: true } } => true,
        IInvocationOperation { Instance: { } receiver } call => SymbolEqualityComparer.Default.Equals(SymbolOf(receiver), symbol) && !IsUnknownChange(call),
        IDefaultValueOperation or ILiteralOperation => true,
        _ => value.Syntax.ToString() is "[]",
    };

    private static bool IsSequence(ITypeSymbol? type) =>
        type is not { SpecialType: SpecialType.System_String }
        && (type is IArrayTypeSymbol
            || type is INamedTypeSymbol { SpecialType: SpecialType.System_Collections_IEnumerable }
            || type?.AllInterfaces.Any(candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable) == true);
}
