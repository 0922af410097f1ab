using FailScope.Generators.Diagnostics;
using FailScope.Generators.PriceLists;
using FailScope.Generators.Tests.Analyzers.Catalog;
using FailScope.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.Tests.PriceLists;

/// <summary>Lists as build inputs: which one is used, what is taken from it, and that none is read twice.</summary>
public sealed class ProjectPriceListTests
{
    private const string Members = """
        [Provider("https://openrouter.ai/api/v1")] public static partial Provider Router { get; }
        [Credential(nameof(Router))] public static partial Credential Key { get; }
        """;

    private static readonly TestPriceList Cheap = new(Lists.OpenRouter(Lists.Entry("acme/large", "\"prompt\": \"0.000001\", \"completion\": \"0.000002\"")), "/0/cheap.json");
    private static readonly TestPriceList Dear = new(Lists.OpenRouter(Lists.Entry("acme/large"), Lists.Entry("acme/mini:free", "\"prompt\": \"0\", \"completion\": \"0\"")), "/0/dear.json");

    [Fact]
    public void The_first_of_several_lists_that_contains_the_model_is_used()
    {
        const string Source = Members + """
            [Model("acme/large", nameof(Key), InputUsdPerMillion = 3)] public static partial Model Large { get; }
            [Model("acme/mini:free", nameof(Key))] public static partial Model Mini { get; }
            """;

        Assert.Equal(["'Large' declares InputUsdPerMillion = 3, but cheap.json of 2026-07-31 has 1"], Messages(Source, Cheap, Dear));
        Assert.Empty(Messages(Source, Dear, Cheap));
    }

    [Fact]
    public void A_provider_at_a_custom_address_is_assigned_by_the_project()
    {
        const string Source = """
            [Provider("https://gateway.example/v1")] public static partial Provider Gateway { get; }
            [Credential(nameof(Gateway))] public static partial Credential Key { get; }
            [Model("acme-large", nameof(Key), InputUsdPerMillion = 9)] public static partial Model Large { get; }
            """;

        Assert.Empty(Messages(Source, new TestPriceList(Lists.LiteLLM)));
        Assert.Equal(["'Large' declares InputUsdPerMillion = 9, but prices.json of 2026-07-24 has 2.5"], Messages(Source, new TestPriceList(Lists.LiteLLM, providers: "Other=groq, Gateway=openai")));
        Assert.Equal(["'Large' declares InputUsdPerMillion = 9, but prices.json of 2026-07-24 has 2.75"], Messages(Source, new TestPriceList(Lists.LiteLLM, providers: "Gateway = azure")));
    }

    [Fact]
    public void Undeclared_facts_come_from_the_list()
    {
        ModelCatalog catalog = Load(
            """
            [Model("acme/large", nameof(Key), FromPriceList = true)] public static partial Model Large { get; }
            [Model("acme/mini:free", nameof(Key), FromPriceList = true, ContextWindow = 64_000)] public static partial Model Mini { get; }
            [Model("acme/other", nameof(Key), FromPriceList = true)] public static partial Model Other { get; }
            """,
            Dear);

        Model large = catalog.Models[0];
        Assert.Equal((3m, 15m, 128_000L, ModelCapabilities.Tools, false), (large.Pricing.InputUsdPerMillion, large.Pricing.OutputUsdPerMillion, large.ContextWindow, large.Capabilities, large.IsFree));
        Assert.Equal((0m, 64_000L, true), (catalog.Models[1].Pricing.InputUsdPerMillion, catalog.Models[1].ContextWindow, catalog.Models[1].IsFree));
        Assert.Equal((null, null, false), (catalog.Models[2].Pricing.InputUsdPerMillion, catalog.Models[2].ContextWindow, catalog.Models[2].IsFree));
    }

    [Theory]
    [InlineData("", 8_192)]
    [InlineData(", MaxOutputTokens = 2_000", 2_000)]
    public void The_maximum_output_comes_from_the_list_unless_it_is_declared(string declared, long expected)
    {
        var list = new TestPriceList(Lists.OpenRouter(Lists.Entry("acme/large", rest: ", \"top_provider\": {\"max_completion_tokens\": 8192}")));

        Assert.Equal(expected, Load($"[Model(\"acme/large\", nameof(Key), FromPriceList = true{declared})] public static partial Model Large {{ get; }}", list).Models[0].MaxOutputTokens);
    }

    [Theory]
    [InlineData("\"prompt\": \"0\", \"completion\": \"0\"", true)]
    [InlineData("\"prompt\": \"0\", \"completion\": \"0\", \"request\": \"0.01\"", false)]
    [InlineData("\"prompt\": \"0\", \"completion\": \"0\", \"image_token\": \"0.01\"", false)]
    [InlineData("\"prompt\": \"0\", \"completion\": \"0.000001\"", false)]
    [InlineData("\"prompt\": \"-1\", \"completion\": \"-1\"", false)]
    public void Whether_a_listed_model_is_free_follows_the_rule_for_declared_prices(string pricing, bool isFree) =>
        Assert.Equal(isFree, Load("""[Model("acme/x", nameof(Key), FromPriceList = true)] public static partial Model X { get; }""", new TestPriceList(Lists.OpenRouter(Lists.Entry("acme/x", pricing)))).Models[0].IsFree);

    [Fact]
    public void The_documentation_says_where_each_value_comes_from()
    {
        string text = Generate("""[Model("acme/large", nameof(Key), FromPriceList = true, OutputUsdPerMillion = 15)] public static partial Model Large { get; }""", Dear);

        Assert.Contains("/// <para>From dear.json of 2026-07-31: InputUsdPerMillion, ContextWindow, Capabilities.</para>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_code_does_not_read_a_list_again_and_leaves_every_output_cached()
    {
        var list = new TestPriceList(Lists.OpenRouter(Lists.Entry("acme/large")));
        CSharpCompilation before = Compile("""[Model("acme/large", nameof(Key), FromPriceList = true)] public static partial Model Large { get; }""").AddSyntaxTrees(Parse("class Other { int a; }"));
        GeneratorDriver driver = GeneratorHarness.CreateDriver(null, list).RunGenerators(before, TestContext.Current.CancellationToken);
        CatalogAnalysis.Run(before, list);
        int read = list.TimesRead;

        CSharpCompilation after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], Parse("class Other { int b; }"));
        GeneratorRunResult result = Assert.Single(driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results);
        CatalogAnalysis.Run(after, list);

        Assert.Equal((1, 1), (read, list.TimesRead));
        Assert.All(Reasons(result, CatalogGenerator.PriceListFilesStep), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(result, CatalogGenerator.PriceListsStep), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Theory]
    [InlineData("acme/large", IncrementalStepRunReason.Modified)]
    [InlineData("acme/mini", IncrementalStepRunReason.Unchanged)]
    public void A_new_list_changes_the_output_only_if_a_used_price_has_changed(string changed, IncrementalStepRunReason expected)
    {
        var list = new TestPriceList(Lists.OpenRouter(Lists.Entry("acme/large"), Lists.Entry("acme/mini")));
        string newContent = Lists.OpenRouter([.. new[] { "acme/large", "acme/mini" }.Select(id => id == changed ? Lists.Entry(id, "\"prompt\": \"0.000004\", \"completion\": \"0.00002\"") : Lists.Entry(id))]);
        var newList = new TestPriceList(newContent);
        CSharpCompilation compilation = Compile("""[Model("acme/large", nameof(Key), FromPriceList = true)] public static partial Model Large { get; }""");
        GeneratorDriver driver = GeneratorHarness.CreateDriver(null, list, newList).RemoveAdditionalTexts([newList]).RunGenerators(compilation, TestContext.Current.CancellationToken);

        driver = driver.ReplaceAdditionalText(list, newList).RunGenerators(compilation, TestContext.Current.CancellationToken);

        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Equal([expected], Reasons(result, CatalogGenerator.CatalogsStep));
    }

    [Fact]
    public void A_text_is_read_in_pieces()
    {
        string content = string.Concat(Enumerable.Range(0, 20_000).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var reader = new SourceTextReader(SourceText.From(content));

        Assert.Equal((content[0], content[0]), ((char)reader.Peek(), (char)reader.Read()));
        Assert.Equal(content[1..], reader.ReadToEnd());
        Assert.Equal((-1, -1), (reader.Peek(), reader.Read()));
    }

    private static string Source(string members) => $"using FailScope;\n\nnamespace App;\n\n[ModelCatalog]\npublic static partial class Models\n{{\n{members}\n}}\n";

    private static CSharpCompilation Compile(string members) => GeneratorHarness.Compile(Source(members.Contains("[Provider", StringComparison.Ordinal) ? members : Members + members));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, GeneratorHarness.ParseOptions, "/src/Other.cs");

    private static string[] Messages(string members, params TestPriceList[] lists) =>
        [.. CatalogAnalysis.Run(Compile(members), lists).Where(diagnostic => diagnostic.Id == DiagnosticIds.PriceDiffers).Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    private static string Generate(string members, params TestPriceList[] lists) =>
        Assert.Single(Assert.Single(GeneratorHarness.CreateDriver(null, lists).RunGenerators(Compile(members), TestContext.Current.CancellationToken).GetRunResult().Results).GeneratedSources).SourceText.ToString();

    private static ModelCatalog Load(string members, params TestPriceList[] lists)
    {
        GeneratorHarness.CreateDriver(null, lists).RunGeneratorsAndUpdateCompilation(Compile(members), out Compilation updated, out _, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        Assert.True(updated.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return (ModelCatalog)System.Reflection.Assembly.Load(stream.ToArray()).GetType("App.Models", throwOnError: true)!.GetProperty("Catalog")!.GetValue(null)!;
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];
}
