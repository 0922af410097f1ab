using FailScope.Generators.Analyzers.Use.Prices;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A test whether a model is free that reads only one of its prices.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OnePriceTestedAnalyzer() : FailScopeTypesAnalyzer(Descriptors.OnePriceTested)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types) =>
        context.RegisterOperationAction(
            context => Analyze(context, types),
            OperationKind.Binary,
            OperationKind.IsPattern,
            OperationKind.PropertySubpattern);

    private static void Analyze(OperationAnalysisContext context, FailScopeTypes types)
    {
        IOperation operation = context.Operation;

        // In "input == 0 || output == 0", one price of 0 is enough, although both should be required.
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either)
        {
            if (PriceTest.Of(either.LeftOperand, types) is { IsZeroWhenTrue: true } left
                && PriceTest.Of(either.RightOperand, types) is { IsZeroWhenTrue: true } right
                && left.Price.Property.Name != right.Price.Property.Name)
            {
                Report(operation);
            }

            return;
        }

        if (PriceTest.Of(operation, types) is { } test && IsAlone(test, operation, types))
        {
            Report(operation);
        }

        void Report(IOperation reported) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OnePriceTested, reported.Syntax.GetLocation(), reported.Syntax.ToString()));
    }

    /// <summary>
    /// Whether the code around a test uses no other price, does not calculate with this one, and does not check whether the model is
    /// free. Code that does any of these handles the prices separately on purpose.
    /// </summary>
    private static bool IsAlone(PriceTest test, IOperation operation, FailScopeTypes types)
    {
        IOperation body = operation;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        return !body.Descendants().Any(other =>
            other is IPropertyReferenceOperation { Property: var property } reference
            && reference != test.Price
            && ((PriceTest.IsTokenPrice(property, types) && !IsTested(reference, test))
                || (property.Name == "IsFree" && SymbolEqualityComparer.Default.Equals(property.ContainingType, types.Model))));

        // Testing the same price again makes no difference.
        bool IsTested(IPropertyReferenceOperation reference, PriceTest one)
        {
            if (reference.Property.Name != one.Price.Property.Name)
            {
                return false;
            }

            for (IOperation? around = reference.Parent; around is not null and not IBlockOperation; around = around.Parent)
            {
                if (PriceTest.Of(around, types) is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
