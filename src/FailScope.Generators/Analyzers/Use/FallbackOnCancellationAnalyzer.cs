using FailScope.Generators.Diagnostics;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A loop that continues with the next model although the caller has cancelled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FallbackOnCancellationAnalyzer() : FailScopeTypesAnalyzer(Descriptors.FallbackOnCancellation)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        context.RegisterOperationAction(context => AnalyzeCatch(context, types), OperationKind.CatchClause);
        context.RegisterOperationAction(context => AnalyzeStep(context, types), OperationKind.Invocation);
    }

    private static void AnalyzeStep(OperationAnalysisContext context, FailScopeTypes types)
    {
        var step = (IInvocationOperation)context.Operation;
        if (IsStep(step, types)
            && step.Arguments.Any(argument => argument.Parameter?.Name == "kind" && argument.Value.ConstantValue is { HasValue: true, Value: (int)FailureKind.Cancelled }))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FallbackOnCancellation,
                step.Syntax.GetLocation(),
                step.Syntax.ToString(),
                "continues after the caller has cancelled; end the turn instead"));
        }
    }

    private static void AnalyzeCatch(OperationAnalysisContext context, FailScopeTypes types)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (clause.Filter is null
            && clause.Parent is ITryOperation attempt
            && CatchesCancellation(clause.ExceptionType)
            && !attempt.Catches.TakeWhile(other => other != clause).Any(other => other.ExceptionType is { Name: nameof(OperationCanceledException) })
            && Own(clause.Handler).Any(operation => operation is IInvocationOperation step && IsStep(step, types))
            && !Own(clause.Handler).Any(IsWayOut)
            && TurnAround(attempt, types) is { } loop
            && !Own(loop).Any(operation => AsksForCancellation(operation, types))
            && Own(attempt.Body).Any(IsToken))
        {
            var syntax = (CatchClauseSyntax)clause.Syntax;
            TextSpan head = TextSpan.FromBounds(syntax.CatchKeyword.SpanStart, (syntax.Declaration?.Span ?? syntax.CatchKeyword.Span).End);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FallbackOnCancellation,
                Location.Create(syntax.SyntaxTree, head),
                syntax.SyntaxTree.GetText(context.CancellationToken).ToString(head),
                "also catches the caller's cancellation and then falls back to the next model; rethrow when the failure is terminal"));
        }
    }

    /// <summary>The loop over the models of a turn that contains the attempt.</summary>
    private static ILoopOperation? TurnAround(ITryOperation attempt, FailScopeTypes types)
    {
        for (IOperation? parent = attempt.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is ILoopOperation loop
                && Own(loop).Any(operation => operation is IInvocationOperation { TargetMethod: { Name: "TryGetNext", ContainingType: var type } }
                    && SymbolEqualityComparer.Default.Equals(type, types.FallbackState)))
            {
                return loop;
            }
        }

        return null;
    }

    private static bool IsStep(IInvocationOperation call, FailScopeTypes types) =>
        call.TargetMethod is { Name: "After", ContainingType: var type } && SymbolEqualityComparer.Default.Equals(type, types.FallbackState);

    private static bool CatchesCancellation(ITypeSymbol type) =>
        type is { Name: nameof(Exception) or nameof(SystemException) or nameof(OperationCanceledException) or "TaskCanceledException" or nameof(Object) };

    /// <summary>Whether the operation can leave the loop. If a handler contains one, it may leave on cancellation.</summary>
    private static bool IsWayOut(IOperation operation) =>
        operation is IThrowOperation or IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo };

    private static bool AsksForCancellation(IOperation operation, FailScopeTypes types) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "IsTerminal", ContainingType: var type } } => SymbolEqualityComparer.Default.Equals(type, types.Failure),
        IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } => true,
        IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" } => true,
        IFieldReferenceOperation { Field: { Name: nameof(FailureKind.Cancelled), ContainingType: var type } } => SymbolEqualityComparer.Default.Equals(type, types.FailureKind),
        _ => false,
    };

    /// <summary>A token that can be cancelled.</summary>
    private static bool IsToken(IOperation operation) =>
        operation is IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.Name: not "None" }
        && operation.Type is { Name: nameof(CancellationToken), ContainingNamespace.Name: "Threading" };

    /// <summary>The operations that run as part of an operation, without the bodies of nested functions.</summary>
    private static IEnumerable<IOperation> Own(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            yield return child;
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (IOperation own in Own(child))
                {
                    yield return own;
                }
            }
        }
    }
}
