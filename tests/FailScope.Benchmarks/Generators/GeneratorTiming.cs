using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Benchmarks.Generators;

/// <summary>
/// Compares generators in a project with 2,000 other files: a cold run, a run after an edit of another file, and a run after an
/// edit of one member. The generators take turns, so that noise affects them equally; medians are compared.
/// </summary>
internal static class GeneratorTiming
{
    private const int OtherFiles = 2000;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    internal sealed record Row(string Name, double Cold, double UnrelatedEdit, double OneMember, string Outputs);

    /// <summary>Measures our generator and the others.</summary>
    internal static IReadOnlyList<Row> Measure(int members, int runs) => Measure([(GeneratorSubject.FailScope, members), .. GeneratorSubject.Peers().Select(peer => (peer, members))], runs);

    /// <summary>Measures only our generator, once for each number of members.</summary>
    internal static IReadOnlyList<Row> MeasureGrowth(int runs, params int[] members) => Measure([.. members.Select(count => (GeneratorSubject.FailScope, count))], runs);

    private static IReadOnlyList<Row> Measure((GeneratorSubject Generator, int Members)[] subjects, int runs)
    {
        ISourceGenerator[][] generators = [.. subjects.Select(subject => subject.Generator.Load())];
        MetadataReference[][] references = [.. subjects.Select(subject => (MetadataReference[])
            [.. Basic.Reference.Assemblies.Net100.References.All, .. subject.Generator.References.Select(path => MetadataReference.CreateFromFile(path))])];
        SyntaxTree[] others = [.. Enumerable.Range(0, OtherFiles).Select(Other)];
        var times = new List<(double Cold, double Unrelated, double Member)>[subjects.Length];
        var outputs = new string[subjects.Length];

        // The first round warms up the compiler and is not counted.
        for (int run = -1; run < runs; run++)
        {
            for (int i = 0; i < subjects.Length; i++)
            {
                (double, double, double) time = Run(subjects[i].Generator, generators[i], references[i], others, subjects[i].Members, run, out outputs[i]);
                if (run >= 0)
                {
                    (times[i] ??= []).Add(time);
                }
            }
        }

        return [.. subjects.Select((subject, i) => new Row(
            subject.Generator.Name, Median(times[i].Select(time => time.Cold)), Median(times[i].Select(time => time.Unrelated)), Median(times[i].Select(time => time.Member)), outputs[i]))];
    }

    private static (double Cold, double Unrelated, double Member) Run(
        GeneratorSubject subject, ISourceGenerator[] generators, MetadataReference[] references, SyntaxTree[] others, int members, int run, out string outputs)
    {
        SyntaxTree main = CSharpSyntaxTree.ParseText(subject.Source(members, 2 * (run + 1)), Options, "main.cs");
        var compilation = CSharpCompilation.Create("Timed", others.Append(main), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators, parseOptions: Options, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        double cold = Time(ref driver, compilation);

        compilation = compilation.ReplaceSyntaxTree(others[7], CSharpSyntaxTree.ParseText($"class Edited{run + 1} {{ int z; }}", Options, "f7.cs"));
        double unrelated = Time(ref driver, compilation);
        outputs = string.Join(", ", driver.GetRunResult().Results
            .SelectMany(result => result.TrackedOutputSteps)
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .GroupBy(output => output.Reason)
            .Select(group => $"{group.Count().ToString(CultureInfo.InvariantCulture)} {group.Key}"));

        compilation = compilation.ReplaceSyntaxTree(main, CSharpSyntaxTree.ParseText(subject.Source(members, (2 * (run + 1)) + 1), Options, "main.cs"));
        return (cold, unrelated, Time(ref driver, compilation));
    }

    private static double Time(ref GeneratorDriver driver, Compilation compilation)
    {
        GC.Collect();
        long started = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static SyntaxTree Other(int number) => CSharpSyntaxTree.ParseText(
        $"namespace N{number}; class C{number} {{ int a; public int F(int x) {{ for (int i = 0; i < x; i++) a += i; return a; }} [System.Obsolete] void G() {{ }} }}", Options, $"f{number}.cs");
}
