using FailScope.Generators.Analyzers.Use.Prices;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A price that the catalog does not declare, read as 0.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownPriceReadAsZeroAnalyzer() : FailScopeTypesAnalyzer(Descriptors.UnknownPriceReadAsZero)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types) =>
        context.RegisterOperationAction(
            context =>
            {
                if (ReadsUnknownAsZero(context.Operation, types))
                {
                    SyntaxNode syntax = context.Operation.Syntax;
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnknownPriceReadAsZero, syntax.GetLocation(), syntax.ToString()));
                }
            },
            OperationKind.Coalesce,
            OperationKind.Invocation,
            OperationKind.Conditional,
            OperationKind.IsPattern,
            OperationKind.Binary,
            OperationKind.SwitchExpression);

    private static bool ReadsUnknownAsZero(IOperation operation, FailScopeTypes types)
    {
        switch (operation)
        {
            case ICoalesceOperation or IInvocationOperation:
                return PriceReading.PriceOrZero(operation, types) is not null;

            // price is null ? 0 : price.Value
            case IConditionalOperation { WhenFalse: { } otherwise } conditional when TestOfNull(conditional.Condition, types) is var (_, isNullWhenTrue):
                return PriceReading.IsZero(isNullWhenTrue ? conditional.WhenTrue : otherwise);

            // price is null or 0
            case IIsPatternOperation { Pattern: IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either } test:
                return (IsConstant(either.LeftPattern, PriceReading.IsNull) && IsConstant(either.RightPattern, PriceReading.IsZero)
                        || IsConstant(either.LeftPattern, PriceReading.IsZero) && IsConstant(either.RightPattern, PriceReading.IsNull))
                    && PriceReading.PriceIn(test.Value, types) is not null;

            // price == null || price == 0
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                return (TestOfNull(either.LeftOperand, types) is { IsNullWhenTrue: true, Price: var left } && IsZeroTest(either.RightOperand, left.Property, types))
                    || (TestOfNull(either.RightOperand, types) is { IsNullWhenTrue: true, Price: var right } && IsZeroTest(either.LeftOperand, right.Property, types));

            case ISwitchExpressionOperation choice:
                return choice.Arms.Any(arm => IsConstant(arm.Pattern, PriceReading.IsNull) && PriceReading.IsZero(arm.Value))
                    && PriceReading.PriceIn(choice.Value, types) is not null;

            default:
                return false;
        }
    }

    private static (IPropertyReferenceOperation Price, bool IsNullWhenTrue)? TestOfNull(IOperation condition, FailScopeTypes types)
    {
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                IOperation? tested = PriceReading.IsNull(comparison.RightOperand) ? comparison.LeftOperand
                    : PriceReading.IsNull(comparison.LeftOperand) ? comparison.RightOperand
                    : null;
                return PriceReading.PriceIn(tested, types) is { } compared ? (compared, comparison.OperatorKind == BinaryOperatorKind.Equals) : null;

            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern } } test when IsConstant(pattern, PriceReading.IsNull):
                return PriceReading.PriceIn(test.Value, types) is { } present ? (present, false) : null;

            case IIsPatternOperation { Pattern: var pattern } test when IsConstant(pattern, PriceReading.IsNull):
                return PriceReading.PriceIn(test.Value, types) is { } absent ? (absent, true) : null;

            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } instance }:
                return PriceReading.PriceIn(instance, types) is { } held ? (held, false) : null;

            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                return TestOfNull(operand, types) is var (price, isNullWhenTrue) ? (price, !isNullWhenTrue) : null;

            default:
                return null;
        }
    }

    private static bool IsZeroTest(IOperation operation, IPropertySymbol price, FailScopeTypes types) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual } comparison =>
            (PriceReading.IsZero(comparison.RightOperand) && Is(comparison.LeftOperand, price, types))
            || (PriceReading.IsZero(comparison.LeftOperand) && Is(comparison.RightOperand, price, types)),
        IIsPatternOperation { Pattern: var pattern } test => IsConstant(pattern, PriceReading.IsZero) && Is(test.Value, price, types),
        _ => false,
    };

    private static bool Is(IOperation operation, IPropertySymbol price, FailScopeTypes types) =>
        SymbolEqualityComparer.Default.Equals(PriceReading.PriceIn(operation, types)?.Property, price);

    private static bool IsConstant(IPatternOperation pattern, Func<IOperation, bool> test) =>
        pattern is IConstantPatternOperation { Value: var value } && test(value);
}
