using System.Globalization;
using BenchmarkDotNet.Running;
using FailScope.Benchmarks;
using FailScope.Benchmarks.Analyzers;
using FailScope.Benchmarks.Chat;
using FailScope.Benchmarks.Classifier;
using FailScope.Benchmarks.Start;
using FailScope.Benchmarks.Generators;
using FailScope.Benchmarks.Runtime;

// --gate [PART ...]    checks the limits, as ratios; exit code 1 if one is exceeded. Parts: tables, cooldowns, chat, generator, analyzers, lists
// --generators [N ...] compares generators, for N attributed members
// --analyzers FOLDER   runs the analyzers on the C# files below a folder: findings, and their share of the compile time
// --cold-start         the first use of a chain in a new process, JIT and native, compared with hand-written code
// --classifier [FILE]  provider failures, classified by FailScope and by two simpler routers; a file has the format of the corpus of FailScope.Tests
// --memory [N]         the heap size of a catalog with N models
// anything else        arguments for BenchmarkDotNet
switch (args)
{
    case ["--gate", .. var parts]:
        return Gate.Run(parts);

    case [ChatRatio.Argument]:
        OtherProcesses.Print(ChatRatio.MeasureHere());
        return 0;

    case [FailAndNextRatio.Argument]:
        OtherProcesses.Print(FailAndNextRatio.MeasureHere());
        return 0;

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
        // The separate project that BenchmarkDotNet would generate inherits the central package versions and does not build.
        BenchmarkSwitcher.FromAssembly(typeof(Gate).Assembly).Run(["--inProcess", .. args]);
        return 0;
}
