using FailScope.Generators.Analyzers.Use.ScopeKeys;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A comparison, pattern or cast of keys of different kinds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeKeysNeverMatchAnalyzer() : FailScopeTypesAnalyzer(Descriptors.ScopeKeysNeverMatch)
{
    private const string False = "is always false";
    private const string True = "is always true";
    private const string Never = "never matches";
    private const string Throws = "always throws";
    private const string Null = "is always null";

    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        var flow = new ScopeKeyFlow(types, new ScopeKeyAnnotations(types, context.Compilation));
        context.RegisterOperationAction(context => AnalyzeComparison(context, types, flow), OperationKind.Binary, OperationKind.Invocation, OperationKind.DynamicInvocation);
        context.RegisterOperationAction(
            context => AnalyzePattern(context, types, flow),
            OperationKind.IsType,
            OperationKind.IsPattern,
            OperationKind.Switch,
            OperationKind.SwitchExpression);
        context.RegisterOperationAction(context => AnalyzeCast(context, types, flow), OperationKind.Conversion);
    }

    private static void AnalyzeComparison(OperationAnalysisContext context, FailScopeTypes types, ScopeKeyFlow flow)
    {
        if (ScopeKeyComparison.Of(context.Operation) is not var (left, right, isNegated))
        {
            return;
        }

        ScopeKinds leftKinds = flow.KindsOf(left);
        if (leftKinds.IsKnown && flow.KindsOf(right) is var rightKinds && leftKinds.ContradictsTo(rightKinds))
        {
            Report(context, leftKinds, rightKinds, context.Operation.Syntax, isNegated ? True : False);
            return;
        }

        // key.Kind == ScopeKind.Credit
        ScopeKinds ofLeft = KindOfKindOf(left, types, flow);
        if (ofLeft.IsKnown && KindOfKindOf(right, types, flow) is var ofRight && ofLeft.ContradictsTo(ofRight))
        {
            Report(context, ofLeft, ofRight, context.Operation.Syntax, isNegated ? True : False);
        }
    }

    private static void AnalyzePattern(OperationAnalysisContext context, FailScopeTypes types, ScopeKeyFlow flow)
    {
        switch (context.Operation)
        {
            case IIsTypeOperation { TypeOperand: var type, ValueOperand: var value, IsNegated: var isNegated }:
                Check(value, types.KindOf(type) is { } kind ? kind : default(ScopeKinds), context.Operation.Syntax, isNegated ? True : False);
                break;

            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern }, Value: var value }:
                Check(value, KindsOf(pattern), context.Operation.Syntax, True);
                break;

            case IIsPatternOperation { Pattern: var pattern, Value: var value }:
                Check(value, KindsOf(pattern), context.Operation.Syntax, False);
                break;

            case ISwitchOperation choice:
                foreach (IPatternCaseClauseOperation clause in choice.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>())
                {
                    Check(choice.Value, KindsOf(clause.Pattern), clause.Pattern.Syntax, Never);
                }

                break;

            case ISwitchExpressionOperation choice:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                {
                    Check(choice.Value, KindsOf(arm.Pattern), arm.Pattern.Syntax, Never);
                }

                break;
        }

        // The pattern is checked first: few patterns are about keys, and then the value need not be checked.
        void Check(IOperation value, ScopeKinds wanted, SyntaxNode syntax, string effect)
        {
            if (wanted.IsKnown && flow.KindsOf(value) is var kinds && kinds.ContradictsTo(wanted))
            {
                Report(context, kinds, wanted, syntax, effect);
            }
        }

        ScopeKinds KindsOf(IPatternOperation pattern) => pattern switch
        {
            IDeclarationPatternOperation { MatchedType: { } type } when types.KindOf(type) is { } kind => kind,
            ITypePatternOperation { MatchedType: { } type } when types.KindOf(type) is { } kind => kind,
            IRecursivePatternOperation { MatchedType: { } type } when types.KindOf(type) is { } kind => kind,
            IConstantPatternOperation { Value: var constant } when HandMadeKey.KindOf(constant) is { } kind => kind,
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => (KindsOf(either.LeftPattern), KindsOf(either.RightPattern)) switch
            {
                ({ IsKnown: true } left, { IsKnown: true } right) => left | right,
                _ => default,
            },
            _ => default,
        };
    }

    private static void AnalyzeCast(OperationAnalysisContext context, FailScopeTypes types, ScopeKeyFlow flow)
    {
        var cast = (IConversionOperation)context.Operation;
        if (cast is { IsImplicit: false, OperatorMethod: null }
            && types.KindOf(cast.Type) is { } wanted
            && flow.KindsOf(cast.Operand) is var kinds
            && kinds.ContradictsTo(wanted))
        {
            Report(context, kinds, wanted, cast.Syntax, cast.IsTryCast ? Null : Throws);
        }
    }

    /// <summary>The kinds that a <c>ScopeKind</c> value stands for, either a constant or <c>key.Kind</c>.</summary>
    private static ScopeKinds KindOfKindOf(IOperation operation, FailScopeTypes types, ScopeKeyFlow flow) => operation switch
    {
        { Type: { TypeKind: TypeKind.Enum, Name: nameof(ScopeKind) } type, ConstantValue: { HasValue: true, Value: int kind } }
            when SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, types.Package) && Enum.IsDefined(typeof(ScopeKind), kind) => (ScopeKind)kind,
        IPropertyReferenceOperation { Property: { Name: "Kind", Type.Name: nameof(ScopeKind) }, Instance: { } key } => flow.KindsOf(key),
        IConversionOperation conversion => KindOfKindOf(conversion.Operand, types, flow),
        _ => default,
    };

    private static void Report(OperationAnalysisContext context, ScopeKinds left, ScopeKinds right, SyntaxNode syntax, string effect) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ScopeKeysNeverMatch, syntax.GetLocation(), left, right, syntax.ToString(), effect));
}
