using FailScope.Generators;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.CodeFixes.Tests;

/// <summary>
/// Applies one fix to a source text in which the findings are marked. The testing library applies it one by one until nothing is left,
/// and by Fix All in document, project and solution. All must give the same text, which must compile.
/// </summary>
internal static class Fixing<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>Asserts that every finding is fixed, and that a second pass changes nothing.</summary>
    /// <param name="source">The source before the fix.</param>
    /// <param name="expected">The source after the fix.</param>
    /// <param name="withPackage">Whether the package is referenced.</param>
    /// <param name="only">The only rule of the analyzer that is on; null for all.</param>
    internal static Task Changes(string source, string expected, bool withPackage = true, string? only = null) => Run([source], [expected], withPackage, only);

    /// <summary>Asserts that every finding in several files is fixed.</summary>
    internal static Task Changes(string[] sources, string[] expected, string? only = null) => Run(sources, expected, withPackage: true, only);

    /// <summary>Asserts that the findings are reported but no fix is offered.</summary>
    internal static Task OffersNothing(string source, bool withPackage = true, string? only = null) => Run([source], [source], withPackage, only);

    /// <summary>As <see cref="Changes(string, string, bool, string)"/>, in a project with a price list.</summary>
    internal static Task ChangesByList(string source, string expected, string priceList, string only) => Run([source], [expected], withPackage: true, only, priceList);

    private static Task Run(string[] sources, string[] expected, bool withPackage, string? only, string? priceList = null)
    {
        var test = new Test { TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck, Only = only };
        if (only is not null)
        {
            test.DisabledDiagnostics.AddRange(new TAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Where(id => id != only));
        }

        for (int i = 0; i < sources.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/Test{i}.cs", sources[i]));
            test.FixedState.Sources.Add(($"/0/Test{i}.cs", expected[i]));
        }

        if (priceList is not null)
        {
            const string Path = "/0/prices.json";
            test.TestState.AdditionalFiles.Add((Path, priceList));
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n[{Path}]\n{PriceListFile.MarkMetadata} = true\n"));
        }

        test.TestState.AdditionalReferences.AddRange(TestReferences.Get(withPackage));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    {
        internal Test() => ReferenceAssemblies = TestReferences.None;

        internal string? Only { get; init; }

        protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
            Only is null ? base.GetDefaultDiagnostic(analyzers) : analyzers[0].SupportedDiagnostics.Single(rule => rule.Id == Only);

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CatalogGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
    }
}
