using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers;

/// <summary>
/// A rule about code that uses the package's types. Analyzers also run in projects that reference the package only indirectly and
/// do not use it. The rule registers nothing there.
/// </summary>
public abstract class FailScopeTypesAnalyzer : FailScopeAnalyzer
{
    private protected FailScopeTypesAnalyzer(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    private protected sealed override void Start(CompilationStartAnalysisContext context)
    {
        if (FailScopeTypes.UsedBy(context.Compilation, context.CancellationToken) is { } types)
        {
            Start(context, types);
        }
    }

    /// <summary>Registers the rule's actions.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, FailScopeTypes types);
}
