using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers;

/// <summary>
/// What every rule has in common: it runs concurrently, leaves generated code alone, and starts once for each compilation,
/// so that symbols are resolved once.
/// </summary>
public abstract class FailScopeAnalyzer : DiagnosticAnalyzer
{
    private protected FailScopeAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers the rule's actions, or none where the compilation gives it nothing to look at.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);
}
