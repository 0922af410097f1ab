using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A call of <c>After</c> whose result is not used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedFallbackStateAnalyzer() : FailScopeTypesAnalyzer(Descriptors.DroppedFallbackState)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types) =>
        context.RegisterOperationAction(context => Analyze(context, types), OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context, FailScopeTypes types)
    {
        IOperation expression = ((IExpressionStatementOperation)context.Operation).Operation;
        if (expression is IConditionalAccessOperation conditional)
        {
            expression = conditional.WhenNotNull;
        }

        if (expression is IInvocationOperation { TargetMethod: { IsStatic: false, Name: "After" or "Start" } method }
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, types.FallbackState)
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, types.Package))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedFallbackState, expression.Syntax.GetLocation(), expression.Syntax.ToString()));
        }
    }
}
