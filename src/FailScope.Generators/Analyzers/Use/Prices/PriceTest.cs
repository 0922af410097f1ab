using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.Prices;

/// <summary>A token price of a model that is compared with 0.</summary>
/// <param name="Price">The price.</param>
/// <param name="IsZeroWhenTrue">Whether a true result means that the price is 0.</param>
internal sealed record PriceTest(IPropertyReferenceOperation Price, bool IsZeroWhenTrue)
{
    private const string Input = "InputUsdPerMillion";
    private const string Output = "OutputUsdPerMillion";

    /// <summary>The test in an operation; null if it is not a test.</summary>
    internal static PriceTest? Of(IOperation operation, FailScopeTypes types)
    {
        switch (operation)
        {
            case IBinaryOperation comparison:
                bool isMirrored = PriceReading.IsZero(comparison.LeftOperand);
                if (!isMirrored && !PriceReading.IsZero(comparison.RightOperand))
                {
                    return null;
                }

                return IsZeroWhenTrueOf(isMirrored ? Mirrored(comparison.OperatorKind) : comparison.OperatorKind) is { } isZero
                    ? Of(isMirrored ? comparison.RightOperand : comparison.LeftOperand, isZero, types)
                    : null;

            case IIsPatternOperation test:
                return OfPattern(test.Pattern) is { } matchesZero ? Of(test.Value, matchesZero, types) : null;

            case IPropertySubpatternOperation { Member: var member, Pattern: var pattern }:
                return OfPattern(pattern) is { } wants ? Of(member, wants, types) : null;

            default:
                return null;
        }
    }

    internal static bool IsTokenPrice(IPropertySymbol property, FailScopeTypes types) =>
        property.Name is Input or Output && SymbolEqualityComparer.Default.Equals(property.ContainingType, types.ModelPricing);

    private static PriceTest? Of(IOperation tested, bool isZeroWhenTrue, FailScopeTypes types) =>
        (PriceReading.PriceIn(tested, types) ?? PriceReading.PriceOrZero(tested, types)) is { } price && IsTokenPrice(price.Property, types)
            ? new(price, isZeroWhenTrue)
            : null;

    private static bool? OfPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value: var value } when PriceReading.IsZero(value) => true,
        IRelationalPatternOperation { Value: var value, OperatorKind: var comparison } when PriceReading.IsZero(value) => IsZeroWhenTrueOf(comparison),
        INegatedPatternOperation { Pattern: var negated } => !OfPattern(negated),
        _ => null,
    };

    private static bool? IsZeroWhenTrueOf(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual => true,
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan => false,
        _ => null,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => comparison,
        _ => BinaryOperatorKind.None,
    };
}
