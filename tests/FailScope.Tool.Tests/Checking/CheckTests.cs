using System.Text.Json;
using FailScope.Tool.Assemblies;

namespace FailScope.Tool.Tests.Checking;

public class CheckTests
{
    private const string Head = """
        using FailScope;

        namespace Shop;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider OpenRouter { get; }

            [Credential(nameof(OpenRouter), EnvironmentVariable = "KEY")]
            public static partial Credential Main { get; }

            [Model("acme/large-2.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
            public static partial Model Large { get; }

            [Model("zoo/parrot-4-26b:free", nameof(Main))]
            public static partial Model Parrot { get; }

            [Model("acme/small", nameof(Main), InputUsdPerMillion = 0.1, OutputUsdPerMillion = 0.4)]
            public static partial Model Small { get; }


        """;

    private const string Survives = """    [FallbackChain(nameof(Large), nameof(Parrot), Survives = LossOf.Credit | LossOf.Model)] public static partial FallbackChain Chat { get; } }""";
    private const string Silent = """    [FallbackChain(nameof(Large), nameof(Small))] public static partial FallbackChain Chat { get; } }""";

    // An error in the build, which can be built only if someone has turned the rule off.
    private const string Broken = """    [FallbackChain(nameof(Large), nameof(Small), Survives = LossOf.Credit | LossOf.Model)] public static partial FallbackChain Chat { get; } }""";

    [Fact]
    public async Task A_catalog_without_findings_shows_chains_and_blast_radius_and_has_exit_code_0()
    {
        using var tool = new ToolRun();
        string assembly = Compiled.WriteAssembly(tool.Folder, Head + Survives);

        string output = await tool.SucceedAsync("check", assembly);

        Assert.Contains("Chat  promises to survive a lost credit, model", output, StringComparison.Ordinal);
        Assert.Contains("credit of Main", output, StringComparison.Ordinal);
        Assert.Contains("·●  Parrot", output, StringComparison.Ordinal);
        Assert.Contains("No error and no warning.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Silent, "FSC2002", "warning", "warning", 1)]
    [InlineData(Silent, "FSC2002", "warning", "error", 0)]
    [InlineData(Silent, "FSC2002", "warning", "never", 0)]
    [InlineData(Broken, "FSC2001", "error", "error", 1)]
    [InlineData(Broken, "FSC2001", "error", "never", 0)]
    public async Task A_chain_that_one_loss_empties_is_reported_under_the_analyzer_rule(
        string chain, string rule, string level, string failOn, int expected)
    {
        using var tool = new ToolRun();
        string assembly = Compiled.WriteAssembly(tool.Folder, Head + chain);

        Assert.Equal(expected, (int)await tool.RunAsync("check", assembly, "--format", "json", "--fail-on", failOn));

        using JsonDocument report = JsonDocument.Parse(tool.Output);
        JsonElement finding = Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(rule, finding.GetProperty("rule").GetString());
        Assert.Equal(level, finding.GetProperty("level").GetString());
        Assert.Equal("Chat", finding.GetProperty("member").GetString());
        Assert.Contains("Main", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SARIF_output_has_the_line_of_the_declaration()
    {
        using var tool = new ToolRun();
        string source = Head + Silent;
        string assembly = Compiled.WriteAssembly(tool.Folder, source);

        await tool.RunAsync("check", assembly, "--format", "sarif", "--output", "out/report.sarif");

        Assert.Empty(tool.Output);
        using JsonDocument report = JsonDocument.Parse(tool.Read("out/report.sarif"));
        JsonElement run = report.RootElement.GetProperty("runs")[0];
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        JsonElement location = result.GetProperty("locations")[0];
        Assert.Equal("2.1.0", report.RootElement.GetProperty("version").GetString());
        Assert.Equal("FSC2002", result.GetProperty("ruleId").GetString());
        Assert.Equal("FSC2002", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString());
        Assert.Equal("Shop.cs", location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(
            source[..source.IndexOf("Chat", StringComparison.Ordinal)].Count(c => c == '\n') + 1,
            location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("Shop.Models.Chat", location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public async Task The_Markdown_output_has_chains_and_findings_as_tables()
    {
        using var tool = new ToolRun();
        string assembly = Compiled.WriteAssembly(tool.Folder, Head + Silent);

        await tool.RunAsync("check", assembly, "--format", "markdown");

        Assert.Contains("# Shop\\.Models\n\n## Chat\n", tool.Output, StringComparison.Ordinal);
        Assert.Contains("| credit of Main | **nothing** |", tool.Output, StringComparison.Ordinal);
        Assert.Contains("| warning | [FSC2002](https://", tool.Output, StringComparison.Ordinal);
    }

    /// <summary>The catalog that is read from the attributes equals the one that the generated code creates: what is free, the prices, the chains.</summary>
    [Fact]
    public async Task A_catalog_read_from_metadata_equals_the_one_at_run_time()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);
        string source = await tool.SucceedAsync("new", "--from", "list.json", "--chain", "All=*", "--chain", "Some=acme/*,*:free");
        ModelCatalog running = await Compiled.LoadAsync(source);

        ModelCatalog read = Assert.Single(new CatalogSource("Shop.dll", Compiled.WriteAssembly(tool.Folder, source)).Load(TestContext.Current.CancellationToken));

        Assert.Equal(running.Name, read.Name);
        Assert.Equal(running.ToMarkdown(), read.ToMarkdown());
        Assert.Equal(running.Chains.Select(chain => (chain.Name, chain.SurvivalContract, chain.Required)), read.Chains.Select(chain => (chain.Name, chain.SurvivalContract, chain.Required)));
        Assert.Equal(running.Models.Select(Facts), read.Models.Select(Facts));

        static object Facts(Model model) =>
            (model.Name, model.Id, model.IsFree, model.Pricing, model.ContextWindow, model.MaxOutputTokens, model.Capabilities, model.Credential.EnvironmentVariable);
    }

    [Fact]
    public async Task No_code_of_the_assembly_runs()
    {
        using var tool = new ToolRun();
        string witness = tool.PathOf("it-ran");
        string assembly = Compiled.WriteAssembly(
            tool.Folder,
            Head + Survives + $$"""internal static class Mine { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => System.IO.File.WriteAllText(@"{{witness}}", ""); }""");

        await tool.SucceedAsync("check", assembly);

        Assert.False(File.Exists(witness));
    }

    [Fact]
    public async Task For_credentials_that_share_an_account_the_account_is_shown()
    {
        using var tool = new ToolRun();
        string assembly = Compiled.WriteAssembly(tool.Folder, """
            using FailScope;
            [ModelCatalog] public static partial class Outer { }
            public static partial class Room
            {
                [ModelCatalog] public static partial class Models
                {
                    [Provider("https://a.example.com")] public static partial Provider A { get; }
                    [BillingAccount(nameof(A))] public static partial BillingAccount Wallet { get; }
                    [Credential(nameof(A), Account = nameof(Wallet))] public static partial Credential One { get; }
                    [Credential(nameof(A), Account = nameof(Wallet))] public static partial Credential Two { get; }
                    [Model("x", nameof(One))] public static partial Model X { get; }
                    [Model("x", nameof(Two))] public static partial Model Y { get; }
                    [FallbackChain(nameof(X), nameof(Y))] public static partial FallbackChain Chat { get; }
                }
            }
            """);

        Assert.Equal(ExitCode.Findings, await tool.RunAsync("check", assembly));

        Assert.Contains("Room+Models", tool.Output, StringComparison.Ordinal);
        Assert.Contains("credit of Wallet", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_counted_and_listed_on_request()
    {
        using var tool = new ToolRun();
        string assembly = Compiled.WriteAssembly(tool.Folder, Head + Survives.Replace("nameof(Large), nameof(Parrot)", "nameof(Parrot), nameof(Large)", StringComparison.Ordinal));

        string counted = await tool.SucceedAsync("check", assembly);
        Assert.Contains("1 note (1 × FSC2009): --notes lists them.", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("falls back", counted, StringComparison.Ordinal);

        string listed = await tool.SucceedAsync("check", assembly, "--notes");
        Assert.Matches("note .* FSC2009", listed);
        Assert.Equal(ExitCode.Findings, await tool.RunAsync("check", assembly, "--fail-on", "note"));
    }

    [Fact]
    public async Task A_file_that_is_not_an_assembly_or_has_no_catalog_is_rejected_by_name()
    {
        using ToolRun tool = new ToolRun().Write("text.dll", "no assembly").Write("text.txt", "");

        Assert.Contains("is not a .NET assembly", await tool.FailAsync(ExitCode.Unreadable, "check", "text.dll"), StringComparison.Ordinal);
        Assert.Contains("no model catalog", await tool.FailAsync(ExitCode.Unreadable, "check", typeof(object).Assembly.Location), StringComparison.Ordinal);
        Assert.Contains("does not exist", await tool.FailAsync(ExitCode.Unreadable, "check", "gone.csproj"), StringComparison.Ordinal);
        Assert.Contains(".csproj", await tool.FailAsync(ExitCode.Usage, "check", "text.txt"), StringComparison.Ordinal);
        Assert.Contains("there is no project in the folder", await tool.FailAsync(ExitCode.Usage, "check"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public async Task No_line_is_wider_than_the_console(int width)
    {
        using var tool = new ToolRun { Width = width };
        string assembly = Compiled.WriteAssembly(tool.Folder, Head + Silent);

        await tool.RunAsync("check", assembly);

        Assert.All(tool.Output.Split('\n'), line => Assert.True(line.Length <= width, line));
    }
}
