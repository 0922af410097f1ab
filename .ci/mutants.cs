// Mutation testing. Stryker.NET creates the mutants; each one is then tested in its own process.
//
// Stryker keeps its test program running from one mutant to the next. So it never detects a mutant in a table that is built once at
// the start of a program, although a test would have found it. For this reason, Stryker runs hardly any tests, and its mutated
// assembly is kept. The tests are compiled ahead of time, because the JIT compiler takes most of the time of a short run.
//
//     dotnet run .ci/mutants.cs runtime [glob…]
//     dotnet run .ci/mutants.cs parser [glob…]
//
// Prints a table by folder. The survivors are listed in artifacts/mutants/NAME/survivors.md.

using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

const string Stryker = "dotnet-stryker@5.1.0";
const string MutantFile = "STRYKER_MUTANT_FILE"; // The file from which Stryker's code reads the active mutant: four bytes, little endian.

Target? target = args is [string wanted, ..] ? Target.All.FirstOrDefault(known => known.Name == wanted) : null;
if (target is null)
{
    Console.Error.WriteLine($"Usage: dotnet run .ci/mutants.cs {string.Join('|', Target.All.Select(known => known.Name))} [glob…]");
    return 2;
}

string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(WhereThisIs())!, ".."));
string output = Path.Combine(root, "artifacts", "mutants", target.Name);
string assembly = Path.ChangeExtension(target.Project, ".dll");
string mutated = Path.Combine(output, assembly);
string[] globs = args.Length > 1 ? args[1..] : target.Globs;
if (Directory.Exists(output))
{
    Directory.Delete(output, recursive: true);
}

Directory.CreateDirectory(output);
foreach (string tests in target.Judges.Select(judge => judge.Tests).Distinct())
{
    Console.WriteLine($"Compiling {tests} …");
    if (!Publish(tests))
    {
        return 1;
    }
}

Console.WriteLine("Making mutants …");
if (!MakeMutants())
{
    Console.Error.WriteLine("Stryker made no mutants: see above.");
    return 1;
}

List<Mutant> mutants = Mutant.ReadReport(Path.Combine(output, "reports", "mutation-report.json"), root);

foreach (Judge judge in target.Judges)
{
    File.Copy(mutated, Path.Combine(output, judge.Tests, assembly), overwrite: true);
    var clock = Stopwatch.StartNew();
    if (Passes(judge, mutant: -1) is not true)
    {
        Console.Error.WriteLine($"{judge.Tests} fails without any mutant.");
        return 1;
    }

    // Several run in parallel, and the speed of the machine varies.
    judge.Patience = (4 * clock.Elapsed) + TimeSpan.FromSeconds(3);
}

TestMutants();
Report();
return 0;

bool Publish(string tests)
{
    string[] arguments =
    [
        "publish", Path.Combine(root, "tests", tests), "-c", "Debug", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
        "-p:PublishReadyToRun=true", "-o", Path.Combine(output, tests), "-v:quiet", "--nologo",
    ];
    var start = new ProcessStartInfo("dotnet", arguments);
    start.Environment["MutationTesting"] = "run";
    using Process process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode == 0;
}

bool MakeMutants()
{
    string[] arguments =
    [
        "tool", "exec", Stryker, "--yes", "--",
        "--test-runner", "mtp", "--project", target.Project, "--target-framework", "net10.0", "--reporter", "json",
        "--output", output, "--skip-version-check", .. globs.SelectMany(glob => (string[])["--mutate", glob]),
    ];
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Path.Combine(root, "tests", target.Judges[0].Tests) };
    start.Environment["MutationTesting"] = "list";

    // Stryker waits for all processes that a build leaves running.
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["UseSharedCompilation"] = "false";
    using Process process = Process.Start(start)!;
    while (!process.WaitForExit(TimeSpan.FromMilliseconds(200)))
    {
        KeepMutated();
    }

    return File.Exists(Path.Combine(output, "reports", "mutation-report.json")) && File.Exists(mutated);
}

// Stryker replaces the assembly next to the tests with the mutated one, renames the original, and restores both at its end.
void KeepMutated()
{
    string here = Path.Combine(root, "artifacts", "bin", target.Judges[0].Tests, "debug", assembly);
    var original = new FileInfo(here + ".stryker-unchanged");
    var now = new FileInfo(here);
    try
    {
        if (original.Exists && now.Exists && now.Length > original.Length && (!File.Exists(mutated) || new FileInfo(mutated).Length < now.Length))
        {
            File.Copy(here, mutated, overwrite: true);
        }
    }
    catch (IOException)
    {
        // The file is being written. Try again later.
    }
}

void TestMutants()
{
    int done = 0;
    Parallel.ForEach(mutants, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, mutant =>
    {
        mutant.Fate = Fate.Survived;
        foreach (Judge judge in target.Judges.Where(judge => mutant.Fate == Fate.Survived && mutant.Place.StartsWith(judge.Of, StringComparison.Ordinal)))
        {
            mutant.Fate = Passes(judge, mutant.Id) switch
            {
                true => Fate.Survived,
                false => Fate.Found,
                null => Fate.WithoutEnd,
            };
        }

        int count = Interlocked.Increment(ref done);
        if (mutant.Fate == Fate.Survived || count % 50 == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {mutants.Count:N0}: {mutant.Fate} {mutant.Place} {mutant.Mutator}"));
        }
    });
}

// Whether the tests pass with this mutant; null if they do not end.
bool? Passes(Judge judge, int mutant)
{
    string file = Path.Combine(output, $"mutant-{mutant}");
    byte[] id = new byte[sizeof(int)];
    BinaryPrimitives.WriteInt32LittleEndian(id, mutant);
    File.WriteAllBytes(file, id);
    var start = new ProcessStartInfo("dotnet", [Path.Combine(output, judge.Tests, judge.Tests + ".dll"), "-stoponfail", .. judge.Arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    start.Environment[MutantFile] = file;
    start.Environment["CsCheck_Iter"] = "5";
    start.Environment["DOTNET_TieredPGO"] = "0";
    using Process process = Process.Start(start)!;
    process.OutputDataReceived += static (_, _) => { };
    process.ErrorDataReceived += static (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    bool ended = process.WaitForExit(judge.Patience);
    if (!ended)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    File.Delete(file);
    return ended ? process.ExitCode == 0 : null;
}

void Report()
{
    var survivors = new StringBuilder("| Where | What | Instead |\n|---|---|---|\n");
    foreach (Mutant mutant in mutants.Where(mutant => mutant.Fate == Fate.Survived))
    {
        survivors.Append(CultureInfo.InvariantCulture, $"| {mutant.Place} | {mutant.Mutator} | `{mutant.Replacement.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)}` |\n");
    }

    string list = Path.Combine(output, "survivors.md");
    File.WriteAllText(list, survivors.ToString());

    Console.WriteLine();
    Console.WriteLine("| | mutants | found | without end | survived | score |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|");
    foreach (IGrouping<string, Mutant> folder in mutants.GroupBy(mutant => Path.GetDirectoryName(mutant.Place)!).OrderBy(folder => folder.Key, StringComparer.Ordinal))
    {
        PrintRow(folder.Key, [.. folder]);
    }

    PrintRow("**all**", mutants);
    Console.WriteLine();
    Console.WriteLine($"Survivors: {Path.GetRelativePath(Environment.CurrentDirectory, list)}");
}

static void PrintRow(string name, IReadOnlyCollection<Mutant> of)
{
    int found = of.Count(mutant => mutant.Fate == Fate.Found);
    int endless = of.Count(mutant => mutant.Fate == Fate.WithoutEnd);
    double score = (double)(found + endless) / of.Count;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {of.Count} | {found} | {endless} | {of.Count - found - endless} | {score:P1} |"));
}

static string WhereThisIs([CallerFilePath] string path = "") => path;

/// <summary>The result of a mutant.</summary>
internal enum Fate
{
    Survived,
    Found,
    WithoutEnd,
}

/// <summary>The tests for some mutants.</summary>
/// <param name="Tests">The project.</param>
/// <param name="Of">The folder whose mutants they test; empty for all.</param>
/// <param name="Arguments">The arguments that select the tests; empty for all.</param>
internal sealed record Judge(string Tests, string Of, params string[] Arguments)
{
    /// <summary>The time limit after which they count as not ending.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>The mutated code, and its tests in the order in which they run.</summary>
internal sealed record Target(string Name, string Project, string[] Globs, params Judge[] Judges)
{
    internal static readonly Target[] All =
    [
        // A few classes take most of the time but find few mutants. The official SDKs are used only in the tests of the chat client.
        new("runtime", "FailScope.csproj", ["**/*.cs"],
            new("FailScope.Tests", "", "-class-", "*.CorpusTests", "-class-", "*.SecretRedactionTests", "-class-", "*.RunTimeChainTests", "-class-", "*.FailureProperties"),
            new("FailScope.Tests", ""),
            new("FailScope.Extensions.AI.Tests", "FailScope/Failures/Exceptions", "-namespace", "FailScope.Extensions.AI.Tests.Sdks")),
        // The parser's own tests find most mutants; the others take ten times as long.
        new("parser", "FailScope.Generators.csproj", ["**/Parsing/*.cs", "**/Finding/*.cs"],
            new("FailScope.Generators.Tests", "", "-class", "FailScope.Generators.Tests.Generation.ParserTests"),
            new("FailScope.Generators.Tests", "")),
    ];
}

/// <summary>One mutant.</summary>
internal sealed record Mutant(int Id, string Place, string Mutator, string Replacement)
{
    internal Fate Fate { get; set; }

    /// <summary>The mutants that can be tested: excludes those that do not compile, and those inside a block that is one mutant as a whole.</summary>
    internal static List<Mutant> ReadReport(string report, string root)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(report));
        string sources = Path.Combine(root, "src");
        return
        [
            .. from file in document.RootElement.GetProperty("files").EnumerateObject()
               let path = Path.GetRelativePath(sources, file.Name)
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               where mutant.GetProperty("status").GetString() is not ("CompileError" or "Ignored")
               select new Mutant(
                   int.Parse(mutant.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
                   $"{path}:{mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32()}",
                   mutant.GetProperty("mutatorName").GetString()!,
                   mutant.TryGetProperty("replacement", out JsonElement replacement) ? replacement.GetString() ?? "" : ""),
        ];
    }
}
