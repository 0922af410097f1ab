using System.Collections.Immutable;
using System.Reflection;
using FailScope.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace FailScope.Tool.Tests;

/// <summary>Compiles the tool's output like a consumer of the package, with the generator and every analyzer.</summary>
internal static class Compiled
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(FallbackChain).Assembly.Location)];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CatalogGenerator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    /// <summary>All warnings and errors of the compiler, of its documentation check and of FailScope's rules. Tests expect none.</summary>
    internal static async Task<string[]> DiagnoseAsync(string source)
    {
        ImmutableArray<Diagnostic> found = await Generate(source).WithAnalyzers(Analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>The catalog that the compiled source declares, as an application gets it.</summary>
    internal static async Task<ModelCatalog> LoadAsync(string source, string type = "Models")
    {
        Assert.Empty(await DiagnoseAsync(source));
        using var stream = new MemoryStream();
        Emit(source, stream, null);
        Type catalog = Assembly.Load(stream.ToArray()).GetType(type, throwOnError: true)!;
        return (ModelCatalog)catalog.GetProperty("Catalog", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
    }

    /// <summary>Writes the source and its assembly with symbols to a folder; returns the path of the assembly.</summary>
    internal static string WriteAssembly(string folder, string source, string name = "Shop")
    {
        string assembly = Path.Combine(folder, $"{name}.dll");
        string file = Path.Combine(folder, $"{name}.cs");
        File.WriteAllText(file, source);
        using FileStream stream = File.Create(assembly);
        using FileStream symbols = File.Create(Path.ChangeExtension(assembly, ".pdb"));
        Emit(source, stream, symbols, file);
        return assembly;
    }

    private static void Emit(string source, Stream stream, Stream? symbols, string file = "/src/Models.cs")
    {
        EmitResult emitted = Generate(source, file).Emit(
            stream, symbols, options: symbols is null ? null : new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
    }

    private static Compilation Generate(string source, string file = "/src/Models.cs")
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source, ParseOptions, file, System.Text.Encoding.UTF8)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new CatalogGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _, TestContext.Current.CancellationToken);
        return updated;
    }
}
