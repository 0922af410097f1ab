using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>Two values that are compared for equality.</summary>
internal sealed record ScopeKeyComparison(IOperation Left, IOperation Right, bool IsNegated)
{
    /// <summary>The comparison of an operation; null if it is not a comparison.</summary>
    internal static ScopeKeyComparison? Of(IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when CanHoldKey(binary.LeftOperand) || CanHoldKey(binary.RightOperand):
                return new(binary.LeftOperand, binary.RightOperand, binary.OperatorKind == BinaryOperatorKind.NotEquals);

            case IInvocationOperation { TargetMethod: { Name: nameof(Equals) or nameof(ReferenceEquals), ReturnType.SpecialType: SpecialType.System_Boolean } } call:
                // key.Equals(other), string.Equals(a, b, comparison), comparer.Equals(a, b)
                if (call is { Instance: { } instance, Arguments: [var only] })
                {
                    return new(instance, only.Value, false);
                }

                if (call is { Instance: { } text, Arguments: [var value, { Parameter.Type.Name: nameof(StringComparison) }] })
                {
                    return new(text, value.Value, false);
                }

                return call.Arguments is [var first, var second, ..] ? new(first.Value, second.Value, false) : null;

            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: nameof(Equals), Instance: { } receiver }, Arguments: [var argument] }:
                return new(receiver, argument, false);

            default:
                return null;
        }
    }

    /// <summary>Most comparisons are of numbers. They are ignored without checking their operands.</summary>
    private static bool CanHoldKey(IOperation operand) => operand.Type switch
    {
        null => true,
        { TypeKind: TypeKind.Enum } type => type.Name == nameof(Shared.ScopeKind),
        { IsValueType: true, SpecialType: not SpecialType.None } => false,
        _ => true,
    };
}
