using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>Does what an editor does with a project: gets diagnostics, gets fixes, and applies one.</summary>
internal static class Inspection
{
    /// <summary>The diagnostics of the compiler and of all analyzers of the project, including generated code, ordered by position.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> InspectAsync(this Project project)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAllDiagnosticsAsync(cancellationToken);
        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The diagnostics of one rule of the package, of any severity.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> FindAsync(this Project project, string id)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. project.AnalyzerReferences
            .SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id))];
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return [.. found.Where(diagnostic => diagnostic.Id == id)];
    }

    /// <summary>Adds a file that is not yet saved, like a new file in an editor.</summary>
    internal static Document Add(this Project project, string name, string text) =>
        project.AddDocument(name, text, filePath: Path.Combine(Path.GetDirectoryName(project.FilePath)!, name));

    /// <summary>The fixes of the package for a diagnostic.</summary>
    internal static async Task<(CodeFixProvider Provider, CodeAction Action)[]> OfferAsync(this Document document, Diagnostic diagnostic, IEnumerable<CodeFixProvider> fixes)
    {
        var offered = new List<(CodeFixProvider, CodeAction)>();
        foreach (CodeFixProvider fix in fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add((fix, action)), TestContext.Current.CancellationToken));
        }

        return [.. offered];
    }

    /// <summary>The solution after applying an action.</summary>
    internal static async Task<Solution> ApplyAsync(this CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
    }

    internal static async Task<string> ReadAsync(this Solution solution, DocumentId id) =>
        (await solution.GetDocument(id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
