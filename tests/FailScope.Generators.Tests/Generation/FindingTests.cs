using CsCheck;
using FailScope.Generators.Finding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>The generator parses a catalog again only if an edit can have changed the result. These tests check that it is not too rarely.</summary>
public class FindingTests
{
    [Fact]
    public void After_any_edit_the_result_equals_that_of_a_fresh_compiler() => EditedProject.Edits.Sample(
        edits =>
        {
            var project = new EditedProject();
            GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
            foreach ((int part, int version) in edits)
            {
                project.Edit(part, version);
                driver = driver.WithUpdatedParseOptions(project.ParseOptions).RunGenerators(project.Compilation, TestContext.Current.CancellationToken);

                // New trees, for which nothing is cached.
                GeneratorDriver anew = GeneratorHarness.CreateDriver(project.ParseOptions).RunGenerators(project.CompileAnew(), TestContext.Current.CancellationToken);
                Assert.Equal(Texts(anew), Texts(driver));
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

    /// <summary>How an edit of the last file changes the catalog in the first.</summary>
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
    public void A_catalog_is_found_with_any_spelling_of_its_attribute(string catalog, string other) =>
        Assert.Single(GeneratorHarness.Run(GeneratorHarness.Compile(catalog, other)).GeneratedSources);

    [Theory]
    [MemberData(nameof(FarEdits))]
    public void An_edit_of_another_file_that_changes_the_catalog_is_noticed(string what, string[] files, string edited)
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
    public void A_constant_that_depends_on_a_constant_of_another_file_is_noticed()
    {
        var project = new EditedProject();
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
        Assert.Contains(", 3000000, ", Assert.Single(Texts(driver)), StringComparison.Ordinal);

        project.Edit(EditedProject.BaseFile, 1);
        driver = driver.RunGenerators(project.Compilation, TestContext.Current.CancellationToken);

        Assert.Contains(", 4000000, ", Assert.Single(Texts(driver)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_file_that_declares_none_of_the_names_parses_nothing_again()
    {
        var project = new EditedProject();
        CatalogFinder.Find(project.Compilation, TestContext.Current.CancellationToken);
        AttributedType type = Assert.Single(TreeOutline.Of(project.Compilation.SyntaxTrees[0]).Attributed);
        CatalogReading? reading = type.LastReading;

        project.Edit(EditedProject.UnrelatedFile, 1);
        CatalogFinder.Find(project.Compilation, TestContext.Current.CancellationToken);

        Assert.NotNull(reading);
        Assert.Same(reading, type.LastReading);
    }

    [Fact]
    public void A_new_reference_parses_the_catalog_again()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Sources.Founding);
        CatalogFinder.Find(compilation, TestContext.Current.CancellationToken);

        Assert.Empty(CatalogFinder.Find(compilation.RemoveReferences(compilation.References.Last()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_cancelled_search_ends_even_without_a_catalog() =>
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

    private static string[] Texts(GeneratorDriver driver)
    {
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}")];
    }
}
