using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>All values that are assigned to the locals of one body.</summary>
internal sealed class LocalValues
{
    private static readonly ConditionalWeakTable<IOperation, LocalValues> ByBody = new();

    private readonly Dictionary<ILocalSymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _unknown = new(SymbolEqualityComparer.Default);

    private LocalValues(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            Read(operation);
        }
    }

    /// <summary>The values that are assigned to a local; null if one of them is not known.</summary>
    internal static IReadOnlyList<IOperation>? Of(ILocalReferenceOperation reference)
    {
        IOperation body = reference;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        LocalValues values = ByBody.GetValue(body, static body => new LocalValues(body));
        return !values._unknown.Contains(reference.Local) && values._values.TryGetValue(reference.Local, out List<IOperation>? written) ? written : null;
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator:
                if (declarator.GetVariableInitializer() is { } initializer)
                {
                    Add(local, initializer.Value);
                }
                else if (operation.Parent is IForEachLoopOperation || local.IsRef)
                {
                    _unknown.Add(local);
                }

                break;

            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, IsRef: false, Value: var value }:
                Add(local, value);
                break;

            case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value }:
                Add(local, value);
                break;

            case IArgumentOperation { Parameter.RefKind: RefKind.Out, Value: var target } argument when LocalOf(target) is { } local:
                Add(local, argument);
                break;

            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local, Parent: IIsPatternOperation { Value: var value } }:
                Add(local, value);
                break;

            // Deconstruction, increments, references, catch variables and nested patterns: their values are not tracked.
            case ILocalReferenceOperation { Local: var local, Parent: var parent } when IsWrite(operation, parent):
                _unknown.Add(local);
                break;
        }
    }

    private static bool IsWrite(IOperation reference, IOperation? parent) => parent switch
    {
        ITupleOperation or IDeclarationExpressionOperation => IsDeconstructed(parent),
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == reference,
        ICompoundAssignmentOperation compound => compound.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind == RefKind.Ref,
        ISimpleAssignmentOperation assignment => assignment.IsRef,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        IAddressOfOperation => true,
        _ => false,
    };

    private static bool IsDeconstructed(IOperation? operation)
    {
        for (; operation is not null; operation = operation.Parent)
        {
            if (operation.Parent is IDeconstructionAssignmentOperation deconstruction)
            {
                return deconstruction.Target == operation;
            }

            if (operation.Parent is not (ITupleOperation or IDeclarationExpressionOperation))
            {
                return false;
            }
        }

        return false;
    }

    private static ILocalSymbol? LocalOf(IOperation target) => target switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation reference } => reference.Local,
        _ => null,
    };

    private void Add(ILocalSymbol local, IOperation value)
    {
        if (!_values.TryGetValue(local, out List<IOperation>? values))
        {
            _values.Add(local, values = []);
        }

        values.Add(value);
    }
}
