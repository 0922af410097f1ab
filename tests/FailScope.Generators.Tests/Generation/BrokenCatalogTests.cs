using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Tests.Generation;

/// <summary>
/// An invalid member does not affect valid ones: the rest of the catalog works, and the compiler adds no error of its own to the
/// one that the analyzers report.
/// </summary>
public class BrokenCatalogTests
{
    [Theory]
    [InlineData("""[Model("b", nameof(Missing))] public static partial Model B { get; }""", "CS0103")]
    [InlineData("""[Model("b", "Missing")] public static partial Model B { get; }""")]
    [InlineData("""[Model("b", nameof(P))] public static partial Model B { get; }""")]
    [InlineData("""[Model(null!, nameof(C))] public static partial Model B { get; }""")]
    [InlineData("""[Model("", nameof(C))] public static partial Model B { get; }""")]
    [InlineData("""[Model("b", nameof(C))] public static partial Provider B { get; }""")]
    [InlineData("""[Model("b", nameof(C))] public static partial Model? B { get; }""")]
    [InlineData("""[Model("b", nameof(C))] public static partial string B { get; set; }""")]
    [InlineData("""[Model("b", nameof(C))] public static partial int B { get; } public static partial int B => 1;""")]
    [InlineData("""[Model("b", nameof(C))] public static partial System.Collections.Generic.List<string?> B { get; }""")]
    [InlineData("""[Model("b", nameof(C)), Provider("https://x.example")] public static partial Model B { get; }""")]
    [InlineData("""[Model("b", nameof(C))] public static Model B => null!;""")]
    [InlineData("""[Model("b", nameof(C), InputUsdPerMillion = -1, ContextWindow = 0)] public static partial Model B { get; }""")]
    [InlineData("""[Model("b", nameof(C), InputUsdPerMillion = double.NaN, OutputUsdPerMillion = 1e300)] public static partial Model B { get; }""")]
    [InlineData("""[Model("b", nameof(C), InputUsdPerMillion = "3")] public static partial Model B { get; }""", "CS0029")]
    [InlineData("""[Model] public static partial Model B { get; }""", "CS7036")]
    [InlineData("""[Provider("not an address")] public static partial Provider B { get; }""")]
    [InlineData("""[Provider("ftp://x.example")] public static partial Provider B { get; }""")]
    [InlineData("""[Credential(nameof(P), Account = nameof(C))] public static partial Credential B { get; }""")]
    [InlineData("""[Credential("Nowhere")] public static partial Credential B { get; } [Model("x", nameof(B))] public static partial Model X { get; } [FallbackChain(nameof(X))] public static partial FallbackChain Y { get; }""")]
    [InlineData("""[FallbackChain] public static partial FallbackChain B { get; }""")]
    [InlineData("""[FallbackChain("Nobody")] public static partial FallbackChain B { get; }""")]
    [InlineData("""[FallbackChain(nameof(A), nameof(A), "Nobody")] public static partial FallbackChain B { get; }""")]
    [InlineData("""[FallbackChain(null!)] public static partial FallbackChain B { get; }""")]
    [InlineData("""[Model("a", nameof(C))] public static partial Model A { get; }""", "CS0102", "CS9250", "CS0229")]
    [InlineData("""[Model("x", nameof(C))] public static partial Model Catalog { get; }""")]
    [InlineData("""[ModelCatalog] public static partial class Inner { [Model("x", nameof(C))] public static partial Model X { get; } }""")]
    public void Valid_members_next_to_an_invalid_one_still_work(string broken, params string[] expected)
    {
        string source = Sources.Catalog($$"""
                [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model A { get; }
                [FallbackChain(nameof(A))] public static partial FallbackChain Chain { get; }
                {{broken}}
            """);
        Diagnostic[] errors = [.. GeneratorHarness.Diagnose(GeneratorHarness.Compile(source)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

        Assert.All(errors, error => Assert.Contains(error.Id, expected));
        if (errors.Length == 0)
        {
            Assert.Empty(expected);
        }

        Assert.Contains("public static partial global::FailScope.FallbackChain Chain => ", string.Concat(GeneratorHarness.Run(GeneratorHarness.Compile(source)).GeneratedSources.Select(generated => generated.SourceText)));
    }

    [Fact]
    public void A_chain_is_generated_without_its_invalid_entries()
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Catalog("""
                [Model("a", nameof(C))] public static partial Model A { get; }
                [Model("", nameof(C))] public static partial Model Broken { get; }
                [FallbackChain("Nobody", nameof(Broken), nameof(A), nameof(A))] public static partial FallbackChain Chain { get; }
            """));

        Assert.Equal(["A"], catalog.Chains[0].Models.Select(model => model.Name));
        Assert.Equal(["A"], catalog.Models.Select(model => model.Name));
    }

    [Fact]
    public void An_invalid_member_says_why_it_cannot_be_used()
    {
        string text = GeneratorHarness.Generate(Sources.Catalog("""    [Model("b", "Missing")] public static partial Model B { get; }"""));

        Assert.Contains("The model 'B' cannot be used: its declaration has an error.", text);
    }

    [Fact]
    public void An_invalid_price_never_makes_a_model_free()
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Catalog("""
                [Model("a:free", nameof(C), InputUsdPerMillion = -1)] public static partial Model A { get; }
                [Model("b", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerImage = double.PositiveInfinity)] public static partial Model B { get; }
                [Model("c", nameof(C), InputUsdPerMillion = 1e-40, OutputUsdPerMillion = 0)] public static partial Model C2 { get; }
            """));

        Assert.All(catalog.Models, model => Assert.False(model.IsFree, model.Name));
    }

    [Theory]
    [InlineData("public static class Models")]
    [InlineData("file static partial class Models")]
    public void A_class_that_cannot_be_extended_gets_no_generated_part(string header) =>
        Assert.Empty(GeneratorHarness.Run(GeneratorHarness.Compile(Sources.Founding.Replace("public static partial class Models", header))).GeneratedSources);

    [Fact]
    public void The_attribute_on_two_parts_is_a_compiler_error_but_no_output_is_lost()
    {
        CSharpCompilationOf(out Compilation compilation);

        Assert.Single(GeneratorHarness.Run(compilation).GeneratedSources);
        Assert.Equal(["CS0579"], GeneratorHarness.Diagnose(compilation).Select(diagnostic => diagnostic.Id));

        static void CSharpCompilationOf(out Compilation compilation) =>
            compilation = GeneratorHarness.Compile(Sources.Founding, "namespace App; [FailScope.ModelCatalog] partial class Models;");
    }

    [Fact]
    public void A_class_and_a_record_with_the_same_name_are_a_compiler_error_but_other_output_is_not_lost()
    {
        Compilation compilation = GeneratorHarness.Compile(
            Sources.Founding,
            "namespace App; [FailScope.ModelCatalog] partial class Twice; [FailScope.ModelCatalog] partial record Twice;");

        Assert.Equal(["App.Models.g.cs", "App.Twice"], GeneratorHarness.Run(compilation).GeneratedSources.Select(source => source.HintName.StartsWith("App.Twice", StringComparison.Ordinal) ? "App.Twice" : source.HintName));
    }
}
