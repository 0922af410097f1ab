using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers;

/// <summary>
/// The base of all rules. A rule runs concurrently, ignores generated code, and starts once per compilation, so that symbols are
/// resolved once.
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

    /// <summary>Registers the rule's actions, or none if there is nothing to check in the compilation.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);
}
