using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using FailScope.Benchmarks.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Benchmarks.Analyzers;

/// <summary>
/// Measures what the analyzers add to a compilation. All C# files below a folder are one compilation; missing references are
/// ignored. Shows each finding with its line, so that false positives can be seen.
/// </summary>
internal static class AnalyzerShare
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <param name="Files">The number of compiled files.</param>
    /// <param name="Compile">The time to bind everything without analyzers.</param>
    /// <param name="Analysis">The analyzers' own time.</param>
    /// <param name="Findings">Their findings, including exceptions (AD0001).</param>
    internal sealed record Result(int Files, TimeSpan Compile, TimeSpan Analysis, IReadOnlyList<Diagnostic> Findings)
    {
        internal double Share => Analysis / Compile;
    }

    /// <summary>Measures the files of a folder.</summary>
    internal static Result Measure(string folder) => Measure(
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts"))
            .AsParallel().AsOrdered()
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, Path.GetRelativePath(folder, path))));

    /// <summary>Measures the given number of generated files with ordinary code.</summary>
    internal static Result Measure(int files) =>
        Measure(Enumerable.Range(0, files).Select(number => CSharpSyntaxTree.ParseText(OrdinarySource.Write(number), Options, $"Service{number}.cs")));

    private static Result Measure(IEnumerable<SyntaxTree> files)
    {
        SyntaxTree[] trees = [.. files, CSharpSyntaxTree.ParseText(Usings, Options, "Usings.cs")];
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. Assembly.LoadFrom(GeneratorSubject.FailScopeAssembly).GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

        // A first run warms up the compiler and the analyzers; the second run is timed.
        Analyze(Compile(trees), analyzers);
        long started = Stopwatch.GetTimestamp();
        CSharpCompilation compilation = Compile(trees);
        compilation.GetDiagnostics();
        TimeSpan compile = Stopwatch.GetElapsedTime(started);

        AnalysisResult analysis = Analyze(compilation, analyzers);
        return new(
            trees.Length - 1,
            compile,
            analysis.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, analyzer) => sum + analyzer.ExecutionTime),
            [.. analysis.GetAllDiagnostics().Where(diagnostic => !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))]);
    }

    internal static void Print(string folder)
    {
        Result result = Measure(folder);
        foreach (Diagnostic finding in result.Findings.OrderBy(finding => finding.Id, StringComparer.Ordinal).ThenBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal))
        {
            FileLinePositionSpan span = finding.Location.GetLineSpan();
            Console.WriteLine($"{finding.Id} {span.Path}:{span.StartLinePosition.Line + 1} {finding.GetMessage(CultureInfo.InvariantCulture)}");
            Console.WriteLine($"    {finding.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString().Trim()}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Files} files, {result.Findings.Count} findings, {result.Findings.Count(finding => finding.Id == "AD0001")} exceptions; compile {result.Compile.TotalMilliseconds:F0} ms, analyzers {result.Analysis.TotalMilliseconds:F0} ms = {result.Share:P2} of it"));
    }

    private static AnalysisResult Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => new CompilationWithAnalyzers(
        compilation,
        analyzers,
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true))
        .GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Analyzed", trees, Basic.Reference.Assemblies.Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
}
