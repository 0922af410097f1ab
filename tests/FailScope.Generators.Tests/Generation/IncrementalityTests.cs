using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

public class IncrementalityTests
{
    private static readonly string[] Steps = [CatalogGenerator.CatalogsStep, CatalogGenerator.SourcesStep];

    [Fact]
    public void An_unrelated_edit_leaves_every_output_cached()
    {
        CSharpCompilation before = GeneratorHarness.Compile(Sources.Founding, "class Other { int a; }");

        GeneratorRunResult result = RunTwice(before, before.ReplaceSyntaxTree(before.SyntaxTrees[1], Parse("class Other { int b; }", "/src/File1.cs")));

        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(result, CatalogGenerator.SourcesStep), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_file_that_loses_its_only_attribute_leaves_every_output_cached()
    {
        CSharpCompilation before = GeneratorHarness.Compile("[System.Obsolete] class Other;", Sources.Founding);

        GeneratorRunResult result = RunTwice(before, before.ReplaceSyntaxTree(before.SyntaxTrees[0], Parse("class Other;", "/src/File0.cs")));

        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("    ", "\t\t")]
    [InlineData("[ModelCatalog]", "// a word about it\n\n[ModelCatalog]")]
    [InlineData("using FailScope;", "using System;\nusing FailScope;\n\nclass Before;")]
    public void Reformatting_or_moving_the_catalog_leaves_its_model_unchanged(string text, string replacement)
    {
        CSharpCompilation before = GeneratorHarness.Compile(Sources.Founding);

        GeneratorRunResult result = RunTwice(before, before.ReplaceSyntaxTree(before.SyntaxTrees[0], Parse(Sources.Founding.Replace(text, replacement), "/src/File0.cs")));

        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(result, CatalogGenerator.CatalogsStep));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Moving_the_catalog_to_another_file_leaves_the_output_unchanged()
    {
        string first = GeneratorHarness.Generate(Sources.Founding);

        Assert.Equal(first, GeneratorHarness.Generate("class Other;", Sources.Founding));
    }

    [Fact]
    public void A_new_price_changes_the_output()
    {
        CSharpCompilation before = GeneratorHarness.Compile(Sources.Founding);

        GeneratorRunResult result = RunTwice(before, before.ReplaceSyntaxTree(before.SyntaxTrees[0], Parse(Sources.Founding.Replace("= 15", "= 16"), "/src/File0.cs")));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(result, CatalogGenerator.CatalogsStep));
    }

    [Fact]
    public void An_edit_of_one_catalog_leaves_the_output_of_the_other_cached()
    {
        string second = Sources.Founding.Replace("class Models", "class Others");
        CSharpCompilation before = GeneratorHarness.Compile(Sources.Founding, second);

        GeneratorRunResult result = RunTwice(before, before.ReplaceSyntaxTree(before.SyntaxTrees[1], Parse(second.Replace("= 15", "= 16"), "/src/File1.cs")));

        Assert.Contains(IncrementalStepRunReason.Cached, OutputReasons(result));
    }

    [Fact]
    public void No_tracked_value_contains_a_symbol_syntax_location_or_compilation()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Sources.Founding);
        GeneratorRunResult result = Assert.Single(GeneratorHarness.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results);

        int visited = 0;
        foreach (string step in Steps)
        {
            foreach ((object value, _) in result.TrackedSteps[step].SelectMany(run => run.Outputs))
            {
                visited += Walk(value, []);
            }
        }

        Assert.True(visited > 30, $"Only {visited} objects were looked at.");
    }

    [Fact]
    public void The_search_in_tracked_values_would_find_a_symbol()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Sources.Founding);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(new { Inner = new object[] { compilation.Assembly } }, []));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(new[] { (1, compilation.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken)) }, []));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, GeneratorHarness.ParseOptions, path);

    private static GeneratorRunResult RunTwice(Compilation before, Compilation after)
    {
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(before, TestContext.Current.CancellationToken);
        return Assert.Single(driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results);
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static IncrementalStepRunReason[] OutputReasons(GeneratorRunResult result)
    {
        IncrementalStepRunReason[] reasons = [.. result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];
        Assert.NotEmpty(reasons);
        return reasons;
    }

    private static int Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value is decimal or Enum || !(value.GetType().IsValueType || seen.Add(value)))
        {
            return 0;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel, $"A {value.GetType()} is held.");
        Assert.False(value is SyntaxToken or SyntaxTrivia or SyntaxNodeOrToken, $"A {value.GetType()} is held.");
        int visited = 1;
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                visited += Walk(item, seen);
            }

            return visited;
        }

        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            visited += Walk(field.GetValue(value), seen);
        }

        return visited;
    }
}
