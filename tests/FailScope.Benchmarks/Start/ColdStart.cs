using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FailScope.Benchmarks.Generators;

namespace FailScope.Benchmarks.Start;

/// <summary>
/// Measures the first use of a chain in a new process, with the JIT compiler and as a native program, up to
/// the choice of the model after the first failure. Compared with the same models and rules, written by hand.
/// </summary>
internal static class ColdStart
{
    private const int Runs = 15;
    private const string Tables = "Tables";
    private const string ByHand = "ByHand";

    private static readonly int[] Sizes = [10, 100, 1000];

    internal static void Print()
    {
        string folder = Directory.CreateTempSubdirectory("failscope-cold-start-").FullName;
        try
        {
            Write(folder, Tables, ColdStartSources.Tables(Sizes), $"""<Reference Include="{typeof(FallbackChain).Assembly.Location}" /><Analyzer Include="{GeneratorSubject.FailScopeAssembly}" />""");
            Write(folder, ByHand, ColdStartSources.ByHand(Sizes), "");
            using (var router = typeof(ColdStart).Assembly.GetManifestResourceStream("StringSetRouter.cs")!)
            using (FileStream copy = File.Create(Path.Combine(folder, ByHand, "StringSetRouter.cs")))
            {
                router.CopyTo(copy);
            }

            Console.WriteLine($"First use of a chain in a new process, medians of {Runs} runs");
            Console.WriteLine();
            Console.WriteLine("| | models in the catalog | FailScope | by hand | ratio |");
            Console.WriteLine("|---|---:|---:|---:|---:|");
            Measure(folder, "JIT", "-p:SelfContained=false");
            Measure(folder, "native", "-p:PublishAot=true");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string project, string source, string references)
    {
        string path = Path.Combine(folder, project);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "Program.cs"), (project == ByHand ? $"using {ColdStartSources.RouterNamespace};\n" : "") + ColdStartSources.Program);
        File.WriteAllText(Path.Combine(path, "Models.cs"), source);
        File.WriteAllText(
            Path.Combine(path, project + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
    }

    private static void Measure(string folder, string how, string property)
    {
        foreach (string project in new[] { Tables, ByHand })
        {
            Console.Error.WriteLine($"Publishing {project} ({how}) …");
            string[] arguments = ["publish", Path.Combine(folder, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", Path.Combine(folder, how, project), property, "-v:quiet", "--nologo"];
            (int exitCode, string output) = Run("dotnet", arguments);
            if (exitCode != 0)
            {
                // A native program needs a linker. Without one, nothing is measured, and the output says so.
                Console.WriteLine($"| {how} | not measured: {output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal), output).Trim().Replace('|', '/')} | | | |");
                return;
            }
        }

        foreach (int size in Sizes)
        {
            var times = new Dictionary<string, List<double>> { [Tables] = [], [ByHand] = [] };
            var ids = new HashSet<string>();
            for (int run = 0; run < Runs; run++)
            {
                foreach (string project in new[] { Tables, ByHand })
                {
                    string[] printed = Start(Path.Combine(folder, how, project, project), size);
                    times[project].Add(double.Parse(printed[0], CultureInfo.InvariantCulture));
                    ids.Add(printed[1]);
                }
            }

            if (ids.Count != 1)
            {
                throw new InvalidOperationException($"The two programs disagree: {string.Join(", ", ids)}.");
            }

            double ours = Median(times[Tables]);
            double theirs = Median(times[ByHand]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {how} | {size:N0} | {ours / 1000:F2} ms | {theirs / 1000:F2} ms | {ours / theirs:F2} |"));
        }
    }

    private static string[] Start(string program, int models)
    {
        (int exitCode, string output) = Run(program, models.ToString(CultureInfo.InvariantCulture));
        return exitCode == 0 ? output.Trim().Split(' ') : throw new InvalidOperationException(output);
    }

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
