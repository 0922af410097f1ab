using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>The use of the position that a search returns.</summary>
internal static class Positions
{
    /// <summary>
    /// Whether a position is compared with a constant, directly or through a variable. A comparison with the length of the id
    /// tests its end, and a position that is used only to cut the id is not a test.
    /// </summary>
    internal static bool IsCompared(IOperation position)
    {
        IOperation place = PlaceOf(position);
        if (place.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var variable } })
        {
            return IsComparedHere(place);
        }

        IOperation body = place;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        return body.Descendants().Any(use => use is ILocalReferenceOperation { Local: var local }
            && SymbolEqualityComparer.Default.Equals(local, variable)
            && IsComparedHere(PlaceOf(use)));
    }

    private static bool IsComparedHere(IOperation place) => place.Parent switch
    {
        IBinaryOperation { OperatorKind: not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract) } comparison =>
            FreeVariantOperations.WithoutConversions(comparison.LeftOperand == place ? comparison.RightOperand : comparison.LeftOperand).ConstantValue.HasValue,
        IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation => true,
        _ => false,
    };

    private static IOperation PlaceOf(IOperation position)
    {
        while (position.Parent is IConversionOperation || (position.Parent is IConditionalAccessOperation conditional && conditional.WhenNotNull == position))
        {
            position = position.Parent;
        }

        return position;
    }
}
