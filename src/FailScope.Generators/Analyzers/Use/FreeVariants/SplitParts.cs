using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>The parts of an id that was split at its colons. A part that equals <c>free</c> is not always the last one.</summary>
internal sealed class SplitParts(TextValues values, FreeVariantTests tests)
{
    /// <summary>A search among the parts: <c>id.Split(':').Contains("free")</c>.</summary>
    internal void VisitSearch(IInvocationOperation call, FreeVariantAnswer answer)
    {
        if (FreeVariantOperations.SourceOf(call) is { } parts && IsSplit(parts, out ExpressionSyntax? id))
        {
            tests.Add(FreeVariantFlaw.Substring, call, id, answer);
        }
    }

    /// <summary>A comparison with <c>"free"</c>.</summary>
    /// <param name="part">What is compared.</param>
    /// <param name="comparison">The comparison.</param>
    internal void VisitComparison(IOperation part, IOperation comparison)
    {
        part = FreeVariantOperations.WithoutConversions(part);
        switch (part)
        {
            case IArrayElementReferenceOperation { Indices: [{ ConstantValue.Value: int and >= 1 }] } element when IsSplit(element.ArrayReference, out _):
            case ILocalReferenceOperation local when LoopOf(local) is { } loop && IsSplit(loop.Collection, out _):
                tests.Add(FreeVariantFlaw.Substring, comparison.Syntax);
                break;

            case IParameterReferenceOperation parameter when LambdaOf(parameter) is { } lambda:
                VisitLambda(lambda, comparison);
                break;
        }
    }

    /// <summary>A test of each part: <c>id.Split(':').Any(part => part == "free")</c>.</summary>
    private void VisitLambda(IAnonymousFunctionOperation lambda, IOperation comparison)
    {
        if (lambda.Parent is { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Any" or "Exists" or "Count" or "Where" or "FirstOrDefault" } call } }
            && FreeVariantOperations.SourceOf(call) is { } parts
            && IsSplit(parts, out ExpressionSyntax? id))
        {
            bool isWholeTest = call.TargetMethod.Name == "Any"
                && lambda.Body.Operations is [IReturnOperation { ReturnedValue: { } returned }]
                && returned == comparison
                && comparison is not IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals };
            tests.Add(FreeVariantFlaw.Substring, call, isWholeTest ? id : null);
        }
    }

    /// <summary>Whether an expression is <c>id.Split(':')</c>, also through a local.</summary>
    /// <param name="parts">The expression.</param>
    /// <param name="id">The text that is split; null if it is split elsewhere, because it may have changed since.</param>
    private bool IsSplit(IOperation parts, out ExpressionSyntax? id)
    {
        id = null;
        parts = FreeVariantOperations.WithoutConversions(parts);
        if (values.ValueOf(parts) is not IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text } split)
        {
            return false;
        }

        foreach (IArgumentOperation argument in FreeVariantOperations.WrittenArguments(split))
        {
            bool isColon = argument.Parameter?.Ordinal == 0 && SeparatorIn(argument.Value) is ':' or ":";
            if (!isColon && argument.Parameter?.Type.Name != nameof(StringSplitOptions))
            {
                return false;
            }
        }

        id = split == parts && text is not IConditionalAccessInstanceOperation ? text.Syntax as ExpressionSyntax : null;
        return true;
    }

    // If there is no overload for a single separator, it is the only element of a params array.
    private static object? SeparatorIn(IOperation value) =>
        value is IArrayCreationOperation { Initializer.ElementValues: [var only] } ? only.ConstantValue.Value : value.ConstantValue.Value;

    private static IForEachLoopOperation? LoopOf(ILocalReferenceOperation local)
    {
        for (IOperation? operation = local.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IForEachLoopOperation loop && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default))
            {
                return loop;
            }
        }

        return null;
    }

    private static IAnonymousFunctionOperation? LambdaOf(IParameterReferenceOperation parameter)
    {
        for (IOperation? operation = parameter.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Contains(parameter.Parameter, SymbolEqualityComparer.Default))
            {
                return lambda;
            }
        }

        return null;
    }
}
