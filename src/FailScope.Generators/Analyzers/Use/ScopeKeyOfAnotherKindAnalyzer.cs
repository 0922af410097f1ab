using FailScope.Generators.Analyzers.Use.ScopeKeys;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A key that flows into a place marked <c>[ScopeKey]</c> for another kind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeKeyOfAnotherKindAnalyzer() : FailScopeTypesAnalyzer(Descriptors.ScopeKeyOfAnotherKind)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        var annotations = new ScopeKeyAnnotations(types, context.Compilation);
        var flow = new ScopeKeyFlow(types, annotations);
        ScopeKeyPlaces.Register(context, annotations, (context, place) => Analyze(context, place, flow));
    }

    private static void Analyze(OperationAnalysisContext context, ScopeKeyPlace place, ScopeKeyFlow flow)
    {
        foreach (ScopeKeySource source in flow.Sources(place.Value))
        {
            if (source.Kinds.ContradictsTo(place.Kinds))
            {
                SyntaxNode syntax = source.Operation.Syntax;
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ScopeKeyOfAnotherKind,
                    syntax.GetLocation(),
                    syntax.ToString(),
                    source.Kinds,
                    place.Description,
                    place.Kinds));
            }
        }
    }
}
