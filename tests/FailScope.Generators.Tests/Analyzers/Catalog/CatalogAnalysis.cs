using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Tests.Generation;
using FailScope.Generators.Tests.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

/// <summary>Runs generator and catalog analyzer over sources, as a build does.</summary>
internal static class CatalogAnalysis
{
    /// <summary>What the analyzer reports, in the order of files and places; fails if it throws.</summary>
    internal static Diagnostic[] Run(params string[] sources) => Run(GeneratorHarness.Compile(sources));

    /// <summary>As <see cref="Run(string[])"/>, in a project with a price list, or without where it is null.</summary>
    internal static Diagnostic[] RunWith(string? priceList, params string[] sources) =>
        Run(GeneratorHarness.Compile(sources), priceList is null ? [] : [new TestPriceList(priceList)]);

    internal static Diagnostic[] Run(CSharpCompilation compilation, params TestPriceList[] lists)
    {
        // A driver of the compilation's own language version.
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
