using FailScope.Generators.Analyzers.Use.ScopeKeys;
using FailScope.Generators.Pricing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.Prices;

/// <summary>Recognizes the prices of a model in an expression, and comparisons of them with 0 and null.</summary>
internal static class PriceReading
{
    /// <summary>The price in an expression; null for any other expression.</summary>
    internal static IPropertyReferenceOperation? PriceIn(IOperation? operation, FailScopeTypes types) => operation switch
    {
        IPropertyReferenceOperation price when IsPrice(price.Property, types) => price,
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } instance } => PriceIn(instance, types),
        IConversionOperation conversion => PriceIn(conversion.Operand, types),
        IParenthesizedOperation parenthesized => PriceIn(parenthesized.Operand, types),
        IConditionalAccessOperation access => PriceIn(access.WhenNotNull, types),
        ILocalReferenceOperation local => LocalValues.Of(local) is [var only] && only is not ILocalReferenceOperation ? PriceIn(only, types) : null,
        _ => null,
    };

    /// <summary>The price in an expression that replaces an unknown price with 0: <c>price ?? 0</c>, <c>price.GetValueOrDefault()</c>.</summary>
    internal static IPropertyReferenceOperation? PriceOrZero(IOperation? operation, FailScopeTypes types) => operation switch
    {
        ICoalesceOperation coalesce when IsZero(coalesce.WhenNull) => PriceIn(coalesce.Value, types),
        IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } price } call
            when call.Arguments is [] || IsZero(call.Arguments[0].Value) => PriceIn(price, types),
        IConversionOperation conversion => PriceOrZero(conversion.Operand, types),
        IParenthesizedOperation parenthesized => PriceOrZero(parenthesized.Operand, types),
        _ => null,
    };

    /// <summary>Whether a property is one of a model's prices.</summary>
    internal static bool IsPrice(IPropertySymbol property, FailScopeTypes types) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, types.ModelPricing)
        && Enum.TryParse<Price>(property.Name, out _);

    internal static bool IsZero(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsZero(conversion.Operand),
        IDefaultValueOperation { Type: { IsValueType: true } type } => type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T,
        { ConstantValue: { HasValue: true, Value: { } value } } => value is 0 or 0m or 0L or 0d or 0f,
        _ => false,
    };

    internal static bool IsNull(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsNull(conversion.Operand),
        _ => operation.ConstantValue is { HasValue: true, Value: null },
    };
}
