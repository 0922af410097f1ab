using FailScope.Generators.Tests.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers;

/// <summary>
/// Runs one rule on a source text. Expected findings are marked in the text: <c>[|…|]</c>, or <c>{|#0:…|}</c> with an
/// expected result that names the location. The text must compile together with the generated code.
/// </summary>
internal static class Analyzing<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    internal static Task Reports(string source, params DiagnosticResult[] expected) => Run(source, expected);

    internal static Task ReportsNothing(string source) => Run(source, []);

    internal static Task Run(
        string source,
        DiagnosticResult[] expected,
        bool withPackage = true,
        string fileName = "/0/Test0.cs",
        string? editorConfig = null,
        string? otherSource = null,
        bool isProgram = false,
        CompilerDiagnostics compilerDiagnostics = CompilerDiagnostics.Errors,
        string? only = null,
        string? priceList = null)
    {
        var test = new Test { CompilerDiagnostics = compilerDiagnostics, TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck };
        test.TestState.Sources.Add((fileName, source));
        if (otherSource is not null)
        {
            test.TestState.Sources.Add(("/0/Other.cs", otherSource));
        }

        if (isProgram)
        {
            test.TestState.OutputKind = OutputKind.ConsoleApplication;
        }

        test.TestState.AdditionalReferences.AddRange(TestReferences.Get(withPackage));
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        if (only is not null)
        {
            test.DisabledDiagnostics.AddRange(new TAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Where(id => id != only));
        }

        if (editorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", editorConfig));
        }

        if (priceList is not null)
        {
            test.TestState.AdditionalFiles.Add((TestPriceList.DefaultPath, priceList));
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", TestPriceList.Configuration));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        internal Test() => ReferenceAssemblies = TestReferences.None;

        // The library gives every rule an explicit severity, like /warnaserror-:, which overrides an .editorconfig's "error".
        protected override Project ApplyCompilationOptions(Project project) =>
            project.WithCompilationOptions(project.CompilationOptions!.WithSpecificDiagnosticOptions(
                [new("AD0001", ReportDiagnostic.Error), .. DisabledDiagnostics.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))]));

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CatalogGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);
    }
}
