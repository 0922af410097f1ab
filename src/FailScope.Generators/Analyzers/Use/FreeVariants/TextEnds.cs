using System.Globalization;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Calls that test the end of a text, and their comparison.</summary>
internal static class TextEnds
{
    /// <summary>What is wrong with the comparison; null if it is ordinal and case-insensitive, or not known.</summary>
    internal static FreeVariantFlaw? FlawOf(IInvocationOperation call, bool isOfSpan)
    {
        foreach (IArgumentOperation argument in FreeVariantOperations.WrittenArguments(call))
        {
            switch (argument.Parameter?.Type.Name)
            {
                case nameof(StringComparison):
                    return FlawOf(argument, (int)StringComparison.Ordinal, (int)StringComparison.OrdinalIgnoreCase);
                case nameof(CompareOptions):
                    return FlawOf(argument, (int)CompareOptions.Ordinal, (int)CompareOptions.OrdinalIgnoreCase);
            }
        }

        return isOfSpan ? FreeVariantFlaw.Case : FreeVariantFlaw.Culture;
    }

    private static FreeVariantFlaw? FlawOf(IArgumentOperation comparison, int ordinal, int ordinalIgnoreCase) =>
        comparison.Value.ConstantValue.Value is not int value || value == ordinalIgnoreCase ? null
        : value == ordinal ? FreeVariantFlaw.Case
        : FreeVariantFlaw.Culture;
}
