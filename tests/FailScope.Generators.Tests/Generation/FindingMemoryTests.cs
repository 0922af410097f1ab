using System.Runtime.CompilerServices;
using FailScope.Generators.Finding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>The finder's cache for a file keeps nothing alive except that file's own syntax tree.</summary>
public class FindingMemoryTests
{
    private const string Library = "namespace Library { public static class Addresses { public const string First = \"https://one.example/v1\"; } }";

    private const string Catalog = """
        using FailScope;
        using Library;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider(Addresses.First)]
            public static partial Provider P { get; }

            [Credential(nameof(P), EnvironmentVariable = Names.Key)]
            public static partial Credential Main { get; }
        }
        """;

    [Fact]
    public void A_compilation_its_other_files_and_references_can_be_collected_while_the_catalogs_file_is_alive()
    {
        SyntaxTree catalog = Parse(Catalog);
        (WeakReference compilation, WeakReference otherFile, WeakReference referenced) = FindOnce(catalog);

        Collect();

        Assert.False(compilation.IsAlive, "The compilation is still referenced.");
        Assert.False(otherFile.IsAlive, "A file that the catalog refers to is held.");
        Assert.False(referenced.IsAlive, "The compilation of a referenced project is still referenced.");
        Assert.NotNull(Assert.Single(TreeOutline.Of(catalog).Attributed).LastReading);
        GC.KeepAlive(catalog);
    }

    [Fact]
    public void A_removed_file_is_forgotten()
    {
        WeakReference tree = FindAndForget();

        Collect();

        Assert.False(tree.IsAlive);
    }

    [Fact]
    public void The_driver_does_not_hold_the_compilation_before_the_last_edit()
    {
        (GeneratorDriver driver, WeakReference before) = EditOnce();

        Collect();

        Assert.False(before.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Compilation, WeakReference OtherFile, WeakReference Referenced) FindOnce(SyntaxTree catalog)
    {
        CSharpCompilation library = GeneratorHarness.Compile(Library).WithAssemblyName("Library");
        SyntaxTree names = Parse("static class Names { public const string Key = \"A_KEY\"; }");
        CSharpCompilation compilation = GeneratorHarness.Compile().AddSyntaxTrees(catalog, names).AddReferences(library.ToMetadataReference());
        Assert.Equal("https://one.example/v1", Assert.Single(Assert.Single(CatalogFinder.Find(compilation, CancellationToken.None)).Providers).Endpoint);
        return (new(compilation), new(names), new(library));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference FindAndForget()
    {
        SyntaxTree catalog = Parse(Sources.Founding);
        Assert.Single(CatalogFinder.Find(GeneratorHarness.Compile().AddSyntaxTrees(catalog), CancellationToken.None));
        return new(catalog);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Before) EditOnce()
    {
        CSharpCompilation before = GeneratorHarness.Compile(Sources.Founding, "class Other;");
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(before, CancellationToken.None);
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[1], Parse("class Others;")), CancellationToken.None);
        return (driver, new(before));
    }

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, GeneratorHarness.ParseOptions, "/src/File.cs");
}
