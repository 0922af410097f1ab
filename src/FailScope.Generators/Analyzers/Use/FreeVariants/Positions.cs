using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>What is done with the position that a search gives.</summary>
internal static class Positions
{
    /// <summary>
    /// Whether a position is compared with a constant, here or through a variable. One that is compared with the length of the id
    /// makes a test of its end, and one that only serves to cut the id makes no test.
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
