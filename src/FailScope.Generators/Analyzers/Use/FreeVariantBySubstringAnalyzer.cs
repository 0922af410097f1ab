using FailScope.Generators.Analyzers.Use.FreeVariants;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers.Use;

/// <summary><c>id.Contains(":free")</c> and all equivalent code, in any C#.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FreeVariantBySubstringAnalyzer() : FailScopeAnalyzer(Descriptors.FreeVariantBySubstring)
{
    private protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSemanticModelAction(Analyze);

    private static void Analyze(SemanticModelAnalysisContext context)
    {
        foreach (FreeVariantTest test in FreeVariantFinder.Find(context.SemanticModel, context.CancellationToken))
        {
            if (test.Flaw == FreeVariantFlaw.Substring)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.FreeVariantBySubstring, test.Location, test.Snippet));
            }
        }
    }
}
