using System.Globalization;
using BenchmarkDotNet.Running;
using FailScope.Benchmarks;
using FailScope.Benchmarks.Analyzers;
using FailScope.Benchmarks.Classifier;
using FailScope.Benchmarks.Start;
using FailScope.Benchmarks.Generators;
using FailScope.Benchmarks.Runtime;

// --gate [PART ...]    the bars, as ratios; exit code 1 if one is broken. Parts: tables, cooldowns, chat, generator, analyzers, lists
// --generators [N ...] generators side by side, for N attributed members
// --analyzers FOLDER   the analyzers over the C# files below a folder: findings, and their share of the compile time
// --cold-start         the first use of a chain in a new process, JIT and native, beside the same by hand
// --classifier [FILE]  failures of providers, read by FailScope and by two simpler routers; a file has the form of the corpus of FailScope.Tests
// --memory [N]         what a catalog of N models holds of the heap
// anything else        BenchmarkDotNet's own arguments
switch (args)
{
    case ["--gate", .. var parts]:
        return Gate.Run(parts);

    case ["--generators", .. var sizes]:
        foreach (string size in sizes is [] ? ["10", "100", "1000"] : sizes)
        {
            Console.WriteLine($"{size} attributed members beside 2,000 other files, medians of 7 runs, ms");
            foreach (GeneratorTiming.Row row in GeneratorTiming.Measure(int.Parse(size, CultureInfo.InvariantCulture), runs: 7))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.Name,-22} cold {row.Cold,8:F1}   unrelated edit {row.UnrelatedEdit,8:F1}   one member {row.OneMember,8:F1}   outputs after the unrelated edit: {row.Outputs}"));
            }
        }

        return 0;

    case ["--analyzers", var folder]:
        AnalyzerShare.Print(folder);
        return 0;

    case ["--cold-start"]:
        ColdStart.Print();
        return 0;

    case ["--classifier", .. var files]:
        ClassifierTable.Print(files);
        return 0;

    case ["--memory", .. var models]:
        CatalogMemory.Print(models is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000);
        return 0;

    default:
        // A project of its own, as BenchmarkDotNet would generate, inherits the central package versions and does not build.
        BenchmarkSwitcher.FromAssembly(typeof(Gate).Assembly).Run(["--inProcess", .. args]);
        return 0;
}
