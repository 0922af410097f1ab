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

    public static TheoryData<string, string> Spellings => new()
    {
        { Small(attribute: "[System.Obsolete(\"old\"), ModelCatalog]"), "" },
        { Small(attribute: "[ModelCatalogAttribute][System.Serializable]"), "" },
        { Small(attribute: "[global::FailScope.ModelCatalog]"), "" },
        { Small(attribute: "[Marked]", outside: "using Marked = FailScope.ModelCatalogAttribute;"), "" },
        { Small(attribute: "[Marked]", outside: "using MarkedAttribute = FailScope.ModelCatalogAttribute;"), "" },
        { Small(attribute: "[Marked]", inside: "using Marked = FailScope.ModelCatalogAttribute;"), "" },
        { Small(attribute: "[Marked]", outside: "using Other = FailScope.ModelCatalogAttribute;", inside: "using Marked = Other;"), "" },
        { Small(attribute: "[Marked]"), "global using Marked = FailScope.ModelCatalogAttribute;" },
        { Small(attribute: "[ModelCatalog]"), Small(attribute: "[ModelCatalog]") },
    };

    /// <summary>What an edit of the last file makes of the catalog in the first.</summary>
    public static TheoryData<string, string[], string> FarEdits => new()
    {
        { "an attribute of that name that is nearer", [Small(), ""], "namespace App { class ModelCatalogAttribute : System.Attribute; }" },
        { "one with the very name", [Small(), ""], "namespace App { class ModelCatalog : System.Attribute; }" },
        { "a nearer namespace of that name", [Small(attribute: "[FailScope.ModelCatalog]"), ""], "namespace App.FailScope { }" },
        { "one in a block", [Small(attribute: "[FailScope.ModelCatalog]"), ""], "namespace App { namespace FailScope { } }" },
        { "one that was elsewhere", [Small(attribute: "[FailScope.ModelCatalog]"), "namespace Other { namespace FailScope { } }"], "namespace App { namespace FailScope { } }" },
        { "one in the middle", [Small(attribute: "[FailScope.ModelCatalog]"), ""], "namespace App.FailScope.Deep { }" },
        { "a type that hides another", [Small(), ""], "namespace App { delegate void Model(); }" },
        { "another part", [Small(), ""], "namespace App { partial class Models { [FailScope.Model(\"vendor/open:free\", nameof(Main))] public static partial FailScope.Model Open { get; } } }" },
        { "a name for the attribute", [Small(attribute: "[Marked]"), ""], "global using Marked = FailScope.ModelCatalogAttribute;" },
        { "another meaning of that name", [Small(attribute: "[Marked]"), "global using Marked = FailScope.ModelCatalogAttribute;"], "global using Marked = System.ObsoleteAttribute;" },
        { "usings for every file", [Small(key: "Name"), "namespace Shared { static class Keys { public const string Name = \"A_KEY\"; } }", ""], "global using static Shared.Keys; global using System.Text;" },
        { "the constant behind a constant", [Small(key: "Keys.Name"), "static class Keys { public const string Name = Prefix.Text + \"KEY\"; }", "static class Prefix { public const string Text = \"A_\"; }"], "static class Prefix { public const string Text = \"B_\"; }" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_catalog_is_found_however_its_attribute_is_written(string catalog, string other) =>
        Assert.Single(GeneratorHarness.Run(GeneratorHarness.Compile(catalog, other)).GeneratedSources);

    [Theory]
    [MemberData(nameof(FarEdits))]
    public void An_edit_of_another_file_that_changes_what_the_catalog_says_is_followed(string what, string[] files, string edited)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(files);
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        string[] before = Texts(driver);
        SyntaxTree last = compilation.SyntaxTrees[^1];
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(last, CSharpSyntaxTree.ParseText(edited, GeneratorHarness.ParseOptions, last.FilePath, cancellationToken: TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken);

        CSharpCompilation anew = GeneratorHarness.Compile([.. files[..^1], edited]);
        Assert.Equal(Texts(GeneratorHarness.CreateDriver().RunGenerators(anew, TestContext.Current.CancellationToken)), Texts(driver));
        Assert.False(before.SequenceEqual(Texts(driver)), $"{what} changes nothing.");
    }

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

    [Fact]
    public void A_search_that_is_no_longer_wanted_ends_also_where_no_catalog_is() =>
        Assert.Throws<OperationCanceledException>(() => CatalogFinder.Find(GeneratorHarness.Compile("class Unrelated;"), new CancellationToken(canceled: true)));

    private static string Small(string outside = "", string inside = "", string attribute = "[ModelCatalog]", string key = "\"KEY\"") => $$"""
        using FailScope;
        {{outside}}

        namespace App;
        {{inside}}

        {{attribute}}
        public static partial class Models
        {
            [Provider("https://one.example/v1")]
            public static partial Provider P { get; }

            [Credential(nameof(P), EnvironmentVariable = {{key}})]
            public static partial Credential Main { get; }

            [Model("vendor/paid", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
            public static partial Model Paid { get; }
        }
        """;

    private static SyntaxTree Parse(int file, int version) => CSharpSyntaxTree.ParseText(Files[file][version], GeneratorHarness.ParseOptions, $"/src/File{file}.cs");

    private static string[] Texts(GeneratorDriver driver)
    {
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}")];
    }
}
