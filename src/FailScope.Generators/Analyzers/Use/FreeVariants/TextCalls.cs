using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Calls that search a text for <c>":free"</c> or <c>"free"</c>.</summary>
internal sealed class TextCalls(SplitParts parts, FreeVariantTests tests, INamedTypeSymbol? model)
{
    /// <summary>A call with the argument <c>":free"</c>.</summary>
    internal void VisitSuffix(IInvocationOperation call, IArgumentOperation argument)
    {
        if (FreeVariantOperations.SourceOf(call) == argument.Value)
        {
            // The suffix is the text that is searched, not the text to search for.
            return;
        }

        IMethodSymbol method = call.TargetMethod;
        bool isOfString = method.ContainingType.SpecialType == SpecialType.System_String;
        SpecialType? element = IsSystemType(method.ContainingType, "MemoryExtensions") ? ElementOfSpan(method) : null;
        bool isOfBytes = element == SpecialType.System_Byte;
        bool isOfSpan = isOfBytes || element == SpecialType.System_Char;
        bool isOfCompareInfo = method.ContainingType is { Name: "CompareInfo", ContainingNamespace.Name: "Globalization" };
        switch (method.Name)
        {
            case "Contains" when isOfString || isOfSpan:
                tests.Add(FreeVariantFlaw.Substring, call, isOfBytes ? null : ConditionalCalls.IdOf(call));
                break;

            case "IndexOf" or "LastIndexOf" when isOfString || isOfSpan || isOfCompareInfo:
                if (Positions.IsCompared(call))
                {
                    tests.Add(FreeVariantFlaw.Substring, call, isOfBytes ? null : ConditionalCalls.IdOf(call), FreeVariantAnswer.Position);
                }

                break;

            case "EndsWith" when isOfString || (isOfSpan && !isOfBytes):
            case "IsSuffix" when isOfCompareInfo:
                VisitEnd(call, isOfSpan);
                break;

            case "Count" when isOfSpan:
            case "Split" when isOfString && IsNumberOfPiecesCompared(call):
            case "Replace" when isOfString && IsComparedWithReceiver(call):
                tests.Add(FreeVariantFlaw.Substring, call);
                break;

            // User-defined methods such as ContainsIgnoreCase.
            case var name when name.StartsWith("Contains", StringComparison.Ordinal)
                && method is { IsExtensionMethod: true, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] }:
                tests.Add(FreeVariantFlaw.Substring, call, method.Parameters.Length == 2 ? ConditionalCalls.IdOf(call) : null);
                break;
        }
    }

    /// <summary>A call with the argument <c>"free"</c>: wrong for the parts of a split id, and for the id of a model.</summary>
    internal void VisitVariant(IInvocationOperation call, IArgumentOperation argument)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isOfString = method.ContainingType.SpecialType == SpecialType.System_String;
        switch (method.Name)
        {
            case "Contains" when !isOfString:
                parts.VisitSearch(call, FreeVariantAnswer.Boolean);
                break;

            case "IndexOf" when IsSystemType(method.ContainingType, "Array"):
                parts.VisitSearch(call, FreeVariantAnswer.Position);
                break;

            case "Contains" or "IndexOf" or "LastIndexOf" when isOfString && IsIdOfModel(call):
                tests.Add(
                    FreeVariantFlaw.Substring,
                    call,
                    ConditionalCalls.IdOf(call),
                    method.Name == "Contains" ? FreeVariantAnswer.Boolean : FreeVariantAnswer.Position);
                break;

            case "Equals" when (call.Instance ?? call.Arguments.FirstOrDefault(other => other != argument)?.Value) is { } other:
                parts.VisitComparison(other, call);
                break;
        }
    }

    private void VisitEnd(IInvocationOperation call, bool isOfSpan)
    {
        // A query provider translates only EndsWith(text), and the database then decides the comparison. A text that was
        // converted to one case is compared in that case.
        FreeVariantFlaw? flaw = TextEnds.FlawOf(call, isOfSpan);
        bool isOfOneCase = FreeVariantOperations.SourceOf(call) is { } source && FreeVariantOperations.IsChangeOfCase(source);
        if (flaw is { } found && !(found == FreeVariantFlaw.Case && isOfOneCase) && !ExpressionTrees.Contain(call))
        {
            tests.Add(found, call, ConditionalCalls.IdOf(call));
        }
    }

    // The number of parts shows whether the text is contained. The parts themselves are not a test.
    private static bool IsNumberOfPiecesCompared(IInvocationOperation split) =>
        split.Parent is IPropertyReferenceOperation { Property.Name: "Length", Parent: IBinaryOperation or IIsPatternOperation };

    private static bool IsComparedWithReceiver(IInvocationOperation call) =>
        call is { Instance: { } receiver, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison }
        && SyntaxFactory.AreEquivalent((comparison.LeftOperand == call ? comparison.RightOperand : comparison.LeftOperand).Syntax, receiver.Syntax);

    private bool IsIdOfModel(IInvocationOperation call)
    {
        IOperation? receiver = call.Instance;
        while (receiver is IInvocationOperation change && FreeVariantOperations.IsChangeOfCase(change))
        {
            receiver = change.Instance;
        }

        return model is not null
            && receiver is IPropertyReferenceOperation { Property: { Name: "Id", ContainingType: var type } }
            && SymbolEqualityComparer.Default.Equals(type, model);
    }

    private static bool IsSystemType(INamedTypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static SpecialType? ElementOfSpan(IMethodSymbol method) =>
        method.Parameters is [{ Type: INamedTypeSymbol { TypeArguments: [var element] } }, ..] ? element.SpecialType : null;
}
