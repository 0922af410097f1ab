using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>Finds the values that are assigned or passed to places with <c>[ScopeKey]</c>.</summary>
internal static class ScopeKeyPlaces
{
    internal static void Register(CompilationStartAnalysisContext context, ScopeKeyAnnotations annotations, Action<OperationAnalysisContext, ScopeKeyPlace> found) =>
        context.RegisterOperationAction(
            context =>
            {
                foreach (ScopeKeyPlace place in In(context.Operation, context.ContainingSymbol, annotations))
                {
                    found(context, place);
                }
            },
            OperationKind.Argument,
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer,
            OperationKind.ParameterInitializer,
            OperationKind.Return);

    private static IEnumerable<ScopeKeyPlace> In(IOperation operation, ISymbol containingSymbol, ScopeKeyAnnotations annotations)
    {
        switch (operation)
        {
            case IArgumentOperation { Parameter: { RefKind: not RefKind.Out } parameter, Value: var value } argument
                when annotations.KindOf(parameter) is { IsKnown: true } kinds:
                return argument.IsImplicit && parameter.IsParams
                    ? Elements(value).Select(element => new ScopeKeyPlace(element, kinds, parameter))
                    : argument.ArgumentKind == ArgumentKind.DefaultValue ? [] : [new ScopeKeyPlace(value, kinds, parameter)];

            case ISimpleAssignmentOperation assignment:
                return Into(assignment.Target, assignment.Value);

            case ICoalesceAssignmentOperation assignment:
                return Into(assignment.Target, assignment.Value);

            case IDeconstructionAssignmentOperation { Target: var target, Value: var value }:
                return Deconstructed(target, value is IConversionOperation { Operand: var operand } ? operand : value);

            case IFieldInitializerOperation initializer:
                return initializer.InitializedFields.SelectMany(field => At(field, initializer.Value));

            case IPropertyInitializerOperation initializer:
                return initializer.InitializedProperties.SelectMany(property => At(property, initializer.Value));

            case IParameterInitializerOperation initializer:
                return At(initializer.Parameter, initializer.Value);

            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } when OwnerOf(operation, containingSymbol) is { } owner:
                return At(owner, value);

            default:
                return [];
        }

        IEnumerable<ScopeKeyPlace> At(ISymbol? symbol, IOperation value) =>
            annotations.KindOf(symbol) is { IsKnown: true } kinds ? [new ScopeKeyPlace(value, kinds, symbol!)] : [];

        IEnumerable<ScopeKeyPlace> Into(IOperation target, IOperation value) => At(
            target switch
            {
                IFieldReferenceOperation field => field.Field,
                IPropertyReferenceOperation property => property.Property,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            },
            value);

        IEnumerable<ScopeKeyPlace> Deconstructed(IOperation target, IOperation value) =>
            (target, value) is (ITupleOperation targets, ITupleOperation values) && targets.Elements.Length == values.Elements.Length
                ? targets.Elements.Zip(values.Elements, Deconstructed).SelectMany(places => places)
                : Into(target, value);
    }

    /// <summary>The values of a <c>params</c> argument that are passed one by one.</summary>
    private static IEnumerable<IOperation> Elements(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IConversionOperation conversion => Elements(conversion.Operand),
        _ => value.ChildOperations,
    };

    /// <summary>The function that a return statement belongs to.</summary>
    private static ISymbol? OwnerOf(IOperation operation, ISymbol containingSymbol)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return containingSymbol as IMethodSymbol;
    }
}
