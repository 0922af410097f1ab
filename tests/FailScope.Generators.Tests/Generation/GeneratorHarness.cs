using System.Collections.Immutable;
using FailScope.Generators.Tests.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>Runs the generator on sources, in this process.</summary>
internal static class GeneratorHarness
{
    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    internal static readonly ImmutableArray<MetadataReference> References =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(FallbackChain).Assembly.Location),
    ];

    internal static CSharpCompilation Compile(params string[] sources) => Compile(NullableContextOptions.Enable, sources);

    internal static CSharpCompilation Compile(NullableContextOptions nullable, params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"/src/File{index}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable));

    internal static GeneratorDriver CreateDriver(CSharpParseOptions? options = null, params TestPriceList[] lists) => CSharpGeneratorDriver.Create(
        [new CatalogGenerator().AsSourceGenerator()],
        additionalTexts: lists,
        optionsProvider: new TestPriceList.Options(lists),
        parseOptions: options ?? ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The result of a run. Fails if the generator threw or reported anything.</summary>
    internal static GeneratorRunResult Run(Compilation compilation)
    {
        GeneratorRunResult result = Assert.Single(CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    /// <summary>The generated text of the only catalog.</summary>
    internal static string Generate(params string[] sources) => Assert.Single(Run(Compile(sources)).GeneratedSources).SourceText.ToString();

    /// <summary>One compilation with the sources and the generated code.</summary>
    internal static Compilation RunAndUpdate(Compilation compilation)
    {
        CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return updated;
    }

    /// <summary>The compiler's diagnostics for sources and generated code together, including warnings.</summary>
    internal static Diagnostic[] Diagnose(Compilation compilation) =>
        [.. RunAndUpdate(compilation).GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Compiles and loads the sources, and returns the catalog that the class with this name declares.</summary>
    internal static ModelCatalog Load(string type, params string[] sources)
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = RunAndUpdate(Compile(sources)).Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        Type catalog = System.Reflection.Assembly.Load(stream.ToArray()).GetType(type, throwOnError: true)!;
        return (ModelCatalog)catalog.GetProperty("Catalog")!.GetValue(null)!;
    }
}
