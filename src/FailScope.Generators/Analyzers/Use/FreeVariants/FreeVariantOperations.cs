using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Navigates between operations.</summary>
internal static class FreeVariantOperations
{
    internal static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    internal static IOperation WithConversions(IOperation operation)
    {
        while (operation.Parent is IConversionOperation conversion)
        {
            operation = conversion;
        }

        return operation;
    }

    /// <summary>The outermost call or conversion that passes the same text on: <c>":free".AsSpan()</c>.</summary>
    internal static IOperation LastCopyOf(IOperation text)
    {
        while (true)
        {
            text = WithConversions(text);
            if (text.Parent is IInvocationOperation call && call.Instance == text && IsCopy(call))
            {
                text = call;
            }
            else if (text.Parent is IArgumentOperation { Parent: IInvocationOperation { Instance: null, Arguments.Length: 1 } extension } && IsCopy(extension))
            {
                text = extension;
            }
            else
            {
                return text;
            }
        }
    }

    /// <summary>
    /// The value that a call reads: its receiver (also of an extension method), or the first argument of a static call.
    /// </summary>
    internal static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance is { } instance && call.TargetMethod.ContainingType.Name != "CompareInfo"
            ? instance
            : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary>The explicit arguments.</summary>
    internal static IEnumerable<IArgumentOperation> WrittenArguments(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue);

    internal static bool IsChangeOfCase(IOperation operation) =>
        operation is IInvocationOperation { Arguments.Length: 0, TargetMethod.Name: "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" };

    private static bool IsCopy(IInvocationOperation call) => IsChangeOfCase(call) || call.TargetMethod.Name is "AsSpan" or "ToString";
}
