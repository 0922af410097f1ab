using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Tests.Generation;
using FailScope.Generators.Tests.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

/// <summary>Runs the generator and the catalog analyzer on sources, as in a build.</summary>
internal static class CatalogAnalysis
{
    /// <summary>The findings of the analyzer, in the order of files and positions. Fails if it throws.</summary>
    internal static Diagnostic[] Run(params string[] sources) => Run(GeneratorHarness.Compile(sources));

    /// <summary>Like <see cref="Run(string[])"/>, in a project with a price list; null for none.</summary>
    internal static Diagnostic[] RunWith(string? priceList, params string[] sources) =>
        Run(GeneratorHarness.Compile(sources), priceList is null ? [] : [new TestPriceList(priceList)]);

    internal static Diagnostic[] Run(CSharpCompilation compilation, params TestPriceList[] lists)
    {
        // The driver must use the language version of the compilation.
        var parseOptions = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        GeneratorHarness.CreateDriver(parseOptions, lists).RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _, TestContext.Current.CancellationToken);
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. lists], new TestPriceList.Options(lists)), onAnalyzerException: (exception, _, _) => thrown.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = updated
            .WithAnalyzers([new CatalogAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.Empty(thrown);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
