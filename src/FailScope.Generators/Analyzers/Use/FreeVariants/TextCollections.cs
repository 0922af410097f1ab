using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// Collections of texts that are searched for together: <c>SearchValues.Create([":free"])</c>, <c>markers.Any(id.Contains)</c>.
/// </summary>
internal sealed class TextCollections(TextValues values, FreeVariantTests tests)
{
    /// <summary>A collection expression that is used directly.</summary>
    internal void Visit(IOperation collection)
    {
        collection = FreeVariantOperations.WithConversions(collection);
        switch (collection.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                VisitArgument(call, argument);
                break;
            case IInvocationOperation call when call.Instance == collection:
                VisitReceiver(call, collection);
                break;
        }
    }

    internal void VisitArgument(IInvocationOperation call, IArgumentOperation argument)
    {
        if (call.TargetMethod is { Name: "Create", ContainingType: { Name: "SearchValues", ContainingNamespace.Name: "Buffers" } })
        {
            if (HoldsSuffix(argument.Value))
            {
                tests.Add(FreeVariantFlaw.Substring, call);
            }
        }
        else if (call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0)
        {
            VisitReceiver(call, argument.Value);
        }
    }

    internal void VisitReceiver(IInvocationOperation call, IOperation receiver)
    {
        if (call.TargetMethod.Name is "Any" or "Exists" or "Count"
            && call.Arguments.LastOrDefault(argument => argument.Value != receiver) is { Value: var test }
            && IsSearch(test)
            && HoldsSuffix(receiver))
        {
            tests.Add(FreeVariantFlaw.Substring, call);
        }
    }

    /// <summary>Whether the suffix is an element of a collection expression, or of a variable that is assigned one.</summary>
    private bool HoldsSuffix(IOperation collection)
    {
        collection = FreeVariantOperations.WithoutConversions(collection);
        return (values.InitializerOf(collection) ?? collection.Syntax) is ExpressionSyntax written
            && TextSyntax.ElementsOf(written).Any(element => FreeWords.IsSuffix(values.TextIn(element)));
    }

    /// <summary>
    /// Whether a test searches a string for its argument: <c>id.Contains</c>, <c>marker => id.Contains(marker)</c>.
    /// </summary>
    private static bool IsSearch(IOperation test) => test switch
    {
        IConversionOperation conversion => IsSearch(conversion.Operand),
        IDelegateCreationOperation creation => IsSearch(creation.Target),
        IMethodReferenceOperation reference => IsContains(reference.Method),
        IAnonymousFunctionOperation { Symbol.Parameters: [var parameter], Body.Operations: [IReturnOperation { ReturnedValue: IInvocationOperation { Arguments: [{ Value: var sought }, ..] } call }] } =>
            IsContains(call.TargetMethod)
            && sought is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter),
        _ => false,
    };

    private static bool IsContains(IMethodSymbol method) => method is { Name: "Contains", ContainingType.SpecialType: SpecialType.System_String };
}
