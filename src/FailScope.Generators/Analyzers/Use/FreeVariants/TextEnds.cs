using System.Globalization;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Calls that look at the end of a text, and how they compare it.</summary>
internal static class TextEnds
{
    /// <summary>What is wrong with the comparison; null where it is ordinal in any case, or cannot be told.</summary>
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
