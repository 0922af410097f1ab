using CsCheck;
using FailScope.Generators.Finding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>The generator reads a catalog again only when an edit can have changed what it says. Here: never too seldom.</summary>
public class FindingTests
{
    private const string Catalog = """
        using FailScope;
        using App.Prices;

        namespace App.Llm;

        public partial class Outer : Root
        {
            [ModelCatalog]
            public static partial class Models
            {
                private const string Region = Regions.Default;

                [Provider("https://" + Region + "/v1")]
                public static partial Provider P { get; }

                [Credential(nameof(P), EnvironmentVariable = Names.Key)]
                public static partial Credential Main { get; }

                [Model("vendor/paid", nameof(Main), InputUsdPerMillion = List.Input, OutputUsdPerMillion = 15)]
                public static partial Model Paid { get; }

                [Model("vendor/open:free", nameof(Models.Main), ContextWindow = (int)Window.Large)]
                public static partial Model Free { get; }

                [FallbackChain(nameof(Paid), nameof(Free), Survives = LossOf.Credit)]
                public static partial FallbackChain Chat { get; }
            }
        }
        """;

    // Each file of the project, and what an edit may make of it.
    private static readonly string[][] Files =
    [
        [
            Catalog,
            Catalog.Replace("[ModelCatalog]", "[Marked]"),
            Catalog.Replace("[ModelCatalog]", "[Everywhere]"),
            Catalog.Replace("[ModelCatalog]", ""),
            Catalog.Replace("using FailScope;", "using FailScope; using Marked = FailScope.ModelCatalogAttribute; using Model = App.Other.Model;"),
            Catalog.Replace("\"vendor/paid\"", "\"vendor/other\""),
            Catalog.Replace("using App.Prices;", ""),
        ],
        ["", "namespace App.Llm { public class ModelAttribute : System.Attribute { public ModelAttribute(string id, string credential) { } } }", "namespace App { class Model; }", "class Model;"],
        ["namespace App.Other { public class Model; }", "namespace App.Other { public class Modell; }"],
        ["", "namespace App.FailScope { }", "namespace App.FailScope { public class Model; public class ModelCatalogAttribute : System.Attribute; }"],
        ["", "global using Everywhere = FailScope.ModelCatalogAttribute;", "global using App.Extra;", "global using static App.Constants;"],
        ["namespace App.Prices { static class List { public const double Input = Base.Input; } }", "namespace App.Prices { static class List { public const double Input = 7; } }", "namespace App.Prices { static class List { public static double Input => 7; } }"],
        ["static class Base { public const double Input = 3; }", "static class Base { public const double Input = 4; }", "class Base;"],
        ["namespace App.Llm { static class Names { public const string Key = \"A_KEY\"; } }", "namespace App.Llm { static class Names { public const string Key = nameof(Names); } }", ""],
        ["namespace App { enum Window { Small = 1000, Large = 2000 } }", "namespace App { enum Window { Large = 1000 + Extra.Tokens } }", "namespace App { static class Window { public const long Large = 5; } }"],
        ["static class Extra { public const int Tokens = 1; }", "static class Extra { public const int Tokens = 2; }", "namespace App { static class Extra { public const int Tokens = 3; } }"],
        ["namespace App.Llm { public class Root : Deep; }", "namespace App.Llm { public class Root; }", ""],
        ["public class Deep;", "public class Deep { public class Model; }", "public class Deep { public enum LossOf { Credit = 8 } }"],
        ["static class Regions { public const string Default = \"eu.example\"; }", "static class Regions { public const string Default = \"\"; }", "static class Regions { public const int Default = 1; }"],
        ["", "namespace App.Llm; public partial class Outer { static partial class Models { [FailScope.Model(\"x/y\", nameof(Main))] public static partial FailScope.Model More { get; } } }", "namespace App.Llm; partial class Outer { [FailScope.ModelCatalog] static partial class Models; }", "namespace App.Llm; partial class Outer { class Provider; }"],
        ["namespace App.Extra { class Credential; }", "namespace App { static class Constants { public const int Large = 1; } }", "namespace App { static class Constants { public class FallbackChain; } }"],
        ["class Unrelated { int a; }", "class Unrelated { string b; }"],
    ];

    private static readonly Gen<(int File, int Version)[]> Edits =
        (from file in Gen.Int[0, Files.Length - 1]
         from version in Gen.Int[0, Files[file].Length - 1]
         select (file, version)).Array[1, 12];

    [Fact]
    public void Whatever_is_edited_the_outcome_is_that_of_a_compiler_that_starts_anew() => Edits.Sample(
        edits =>
        {
            int[] versions = new int[Files.Length];
            CSharpCompilation edited = GeneratorHarness.Compile([.. Files.Select(file => file[0])]);
            GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(edited, TestContext.Current.CancellationToken);
            foreach ((int file, int version) in edits)
            {
                versions[file] = version;
                edited = edited.ReplaceSyntaxTree(edited.SyntaxTrees[file], Parse(file, version));
                driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);

                // Trees that were never seen: nothing is remembered about them.
                CSharpCompilation anew = GeneratorHarness.Compile([.. Files.Select((texts, index) => texts[versions[index]])]);
                Assert.Equal(Texts(GeneratorHarness.CreateDriver().RunGenerators(anew, TestContext.Current.CancellationToken)), Texts(driver));
            }
        },
        iter: Iterations.Or(150));

    [Fact]
    public void A_constant_behind_a_constant_of_another_file_is_followed()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile([.. Files.Select(file => file[0])]);
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.Contains("3m", Assert.Single(Texts(driver)), StringComparison.Ordinal);

        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[6], Parse(6, 1)), TestContext.Current.CancellationToken);

        Assert.Contains("4m", Assert.Single(Texts(driver)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_file_that_declares_none_of_the_names_reads_nothing_again()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile([.. Files.Select(file => file[0])]);
        CatalogFinder.Find(compilation, TestContext.Current.CancellationToken);
        AttributedType type = Assert.Single(TreeOutline.Of(compilation.SyntaxTrees[0]).Attributed);
        CatalogReading? reading = type.LastReading;

        CatalogFinder.Find(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], Parse(Files.Length - 1, 1)), TestContext.Current.CancellationToken);

        Assert.NotNull(reading);
        Assert.Same(reading, type.LastReading);
    }

    [Fact]
    public void Another_reference_is_a_reason_to_read_again()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Sources.Founding);
        CatalogFinder.Find(compilation, TestContext.Current.CancellationToken);

        Assert.Empty(CatalogFinder.Find(compilation.RemoveReferences(compilation.References.Last()), TestContext.Current.CancellationToken));
    }

    private static SyntaxTree Parse(int file, int version) => CSharpSyntaxTree.ParseText(Files[file][version], GeneratorHarness.ParseOptions, $"/src/File{file}.cs");

    private static string[] Texts(GeneratorDriver driver)
    {
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}")];
    }
}
