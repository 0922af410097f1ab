using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using FailScope.Benchmarks.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Benchmarks.PriceLists;

/// <summary>
/// Measures what the price list rules add to the analysis of a catalog, after the list has been read. This is paid at every keystroke. The
/// analysis includes the binding by the compiler. All models are listed and agree with the list, which is the usual case.
/// </summary>
internal static class PriceListRuleShare
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    /// <summary>The additional time of the analyzer with the list, divided by the time of the whole analysis.</summary>
    internal static double Measure(int models, int listed, int runs)
    {
        CSharpCompilation compilation = Compile(models);
        var analyzer = (DiagnosticAnalyzer)Activator.CreateInstance(Assembly.LoadFrom(GeneratorSubject.FailScopeAssembly).GetType("FailScope.Generators.Analyzers.Catalog.CatalogAnalyzer", throwOnError: true)!)!;
        var list = new ListFile(PriceListTiming.Write(listed, vendors: 1));
        AnalyzerOptions[] options = [new([]), new([list], new ListOptions())];
        List<(double Own, double Whole)>[] times = [[], []];
        for (int run = 0; run < runs + 5; run++)
        {
            for (int i = 0; i < options.Length; i++)
            {
                (double, double) time = Analyze(compilation, analyzer, options[i]);
                if (run >= 5)
                {
                    times[i].Add(time);
                }
            }
        }

        return (Median(times[1].Select(time => time.Own)) - Median(times[0].Select(time => time.Own))) / Median(times[0].Select(time => time.Whole));
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    private static (double Own, double Whole) Analyze(CSharpCompilation compilation, DiagnosticAnalyzer analyzer, AnalyzerOptions options)
    {
        // A new compilation, as after an edit, in which nothing has been bound.
        long started = Stopwatch.GetTimestamp();
        AnalysisResult result = new CompilationWithAnalyzers(
            compilation.Clone(), [analyzer], new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true))
            .GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        TimeSpan whole = Stopwatch.GetElapsedTime(started);
        if (result.GetAllDiagnostics().FirstOrDefault(found => found.Id is "AD0001" || found.Id.StartsWith("FSC4", StringComparison.Ordinal)) is { } unexpected)
        {
            throw new InvalidOperationException(unexpected.ToString());
        }

        return (result.AnalyzerTelemetryInfo.Values.Single().ExecutionTime.TotalMilliseconds, whole.TotalMilliseconds);
    }

    private static CSharpCompilation Compile(int models)
    {
        var text = new StringBuilder("using FailScope; [ModelCatalog] public static partial class Cat { [Provider(\"https://x.example/v1\")] public static partial Provider P { get; } [Credential(nameof(P), EnvironmentVariable = \"K\")] public static partial Credential C { get; }\n");
        for (int i = 0; i < models; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[Model(\"model-{i}-instruct\", nameof(C), InputUsdPerMillion = {PriceListTiming.Input(i)}, OutputUsdPerMillion = {PriceListTiming.Output(i)}, ContextWindow = 131_072)] public static partial Model M{i} {{ get; }}\n");
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Priced",
            [CSharpSyntaxTree.ParseText(text.Append("}\n").ToString(), ParseOptions, "Cat.cs")],
            [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(FallbackChain).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create(GeneratorSubject.FailScope.Load(), parseOptions: ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        return (CSharpCompilation)updated;
    }

    private sealed class ListFile(string content) : AdditionalText
    {
        private readonly SourceText _content = SourceText.From(content);

        public override string Path => "/prices.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _content;
    }

    private sealed class ListOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_metadata.AdditionalFiles.FailScopePrices" => "true",
                "build_metadata.AdditionalFiles.FailScopePricesProvider" => "P=vendor0",
                _ => null,
            };
            return value is not null;
        }
    }
}
