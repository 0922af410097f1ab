using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using FailScope.Benchmarks.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Benchmarks.Runtime;

/// <summary>Measures the heap size of a catalog in use, and the size of its assembly. There is a chain for every ten models.</summary>
internal static class CatalogMemory
{
    internal static void Print(int models)
    {
        using var image = new MemoryStream();
        Compile(models, image);

        // A small catalog is loaded first, so that reflection and the runtime's own tables are not counted.
        using (var small = new MemoryStream())
        {
            Compile(10, small);
            _ = Load(small);
        }

        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Measured").LoadFromStream(image);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ModelCatalog catalog = Read(assembly);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine("| models | chains | managed bytes | per model | assembly bytes |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {catalog.Models.Count:N0} | {catalog.Chains.Count:N0} | {held:N0} | {held / catalog.Models.Count:N0} | {image.Length:N0} |"));
    }

    private static void Compile(int models, Stream image)
    {
        GeneratorSubject subject = GeneratorSubject.FailScope;
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        Compilation compilation = CSharpCompilation.Create(
            $"Catalog{models}",
            [CSharpSyntaxTree.ParseText(subject.Source(models, 0), options)],
            [.. Basic.Reference.Assemblies.Net100.References.All, .. subject.References.Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create(subject.Load(), parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        if (compilation.Emit(image) is { Success: false, Diagnostics: var diagnostics })
        {
            throw new InvalidOperationException(string.Join("\n", diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(3)));
        }
    }

    private static ModelCatalog Load(MemoryStream image)
    {
        image.Position = 0;
        return Read(new AssemblyLoadContext("Small").LoadFromStream(image));
    }

    private static ModelCatalog Read(Assembly assembly) => (ModelCatalog)assembly.GetType("Cat", throwOnError: true)!.GetProperty("Catalog")!.GetValue(null)!;
}
