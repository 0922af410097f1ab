using FailScope.Generators.Analyzers.Use.FreeVariants;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers.Use;

/// <summary><c>id.EndsWith(":free")</c>, whose result depends on culture or case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FreeVariantByCultureOrCaseAnalyzer() : FailScopeAnalyzer(Descriptors.FreeVariantByCultureOrCase)
{
    private protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSemanticModelAction(Analyze);

    private static void Analyze(SemanticModelAnalysisContext context)
    {
        foreach (FreeVariantTest test in FreeVariantFinder.Find(context.SemanticModel, context.CancellationToken))
        {
            if (test.Flaw != FreeVariantFlaw.Substring)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.FreeVariantByCultureOrCase,
                    test.Location,
                    test.Snippet,
                    test.Flaw == FreeVariantFlaw.Culture ? "uses a culture-sensitive comparison" : "is case-sensitive, so it misses ':FREE'"));
            }
        }
    }
}
