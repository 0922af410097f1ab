using System.Text.Json;

namespace FailScope.Tool.Tests.Checking;

/// <summary>Compares a built catalog with price lists: the analyzers' rules, without the source.</summary>
public class CheckPricesTests
{
    private const string FromList = """
        using FailScope;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")] public static partial Provider OpenRouter { get; }
            [Credential(nameof(OpenRouter))] public static partial Credential Main { get; }
            [Model("acme/large-2.5", nameof(Main), FromPriceList = true)] public static partial Model Large { get; }
            [Model("zoo/parrot-4-26b:free", nameof(Main), FromPriceList = true)] public static partial Model Parrot { get; }
            [FallbackChain(nameof(Large), nameof(Parrot), Survives = LossOf.Credit)] public static partial FallbackChain Chat { get; }
        }
        """;

    [Fact]
    public async Task A_catalog_written_from_a_list_does_not_differ_from_it()
    {
        using ToolRun tool = await WriteAsync();

        await tool.SucceedAsync("check", "Shop.dll", "--prices", "list.json", "--date", "2026-01-01");

        Assert.Contains("Compared with list.json.", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.000015", "0.00002", "FSC4020", "Large25", "warning")]
    [InlineData("\"context_length\": 200000", "\"context_length\": 100000", "FSC4021", "Large25", "warning")]
    [InlineData("[\"text\", \"image\"]", "[\"text\"]", "FSC4022", "Large25", "warning")]
    [InlineData("acme/small", "acme/smaller", "FSC4010", "Small", "warning")]
    [InlineData("\"zoo/parrot-4-26b:free\"", "\"zoo/parrot-4-26b\"", "FSC4011", "Parrot4_26BFree", "warning")]
    [InlineData("\"prompt\": \"0\", \"completion\": \"0\"}, \"supported_parameters\": []},\n  {\"id\": \"zoo/song\"", "\"prompt\": \"0.000001\", \"completion\": \"0\"}, \"supported_parameters\": []},\n  {\"id\": \"zoo/song\"", "FSC4030", "Parrot4_26BFree", "error")]
    [InlineData("2026-12-24", "2026-01-15", "FSC4012", "Small", "warning")]
    [InlineData("2026-12-24", "2025-12-24", "FSC4013", "Small", "error")]
    public async Task A_difference_from_the_list_is_reported_under_the_rule_of_the_build(string listed, string now, string rule, string member, string level)
    {
        using ToolRun tool = await WriteAsync();
        string text = Lists.OpenRouter.ReplaceLineEndings("\n");
        Assert.Contains(listed, text.Replace("\n   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        tool.Write("list.json", text.Replace("\n   ", " ", StringComparison.Ordinal).Replace(listed, now, StringComparison.Ordinal));

        Assert.Equal(ExitCode.Findings, await tool.RunAsync("check", "Shop.dll", "--prices", "list.json", "--date", "2026-01-01", "--format", "json"));

        using JsonDocument report = JsonDocument.Parse(tool.Output);
        Assert.Contains(
            report.RootElement.GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("rule").GetString() == rule && finding.GetProperty("member").GetString() == member && finding.GetProperty("level").GetString() == level);
    }

    /// <summary>The assembly does not contain the prices of such models; the lists do.</summary>
    [Fact]
    public async Task Models_with_FromPriceList_get_their_facts_from_the_list()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);
        Compiled.WriteAssembly(tool.Folder, FromList);

        string output = await tool.SucceedAsync("check", "Shop.dll", "--prices", "list.json", "--date", "2026-01-01");
        Assert.Contains("$3 / $15", output, StringComparison.Ordinal);
        Assert.Contains("200,000", output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Findings, await tool.RunAsync("check", "Shop.dll", "--date", "2026-01-01"));
        Assert.Contains("FSC4014", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_date_and_an_invalid_list_are_reported()
    {
        using ToolRun tool = await WriteAsync();
        tool.Write("bad.json", "{");

        Assert.Contains("--date", await tool.FailAsync(ExitCode.Usage, "check", "Shop.dll", "--date", "tomorrow"), StringComparison.Ordinal);
        Assert.Contains("bad.json(1,2)", await tool.FailAsync(ExitCode.Unreadable, "check", "Shop.dll", "--prices", "bad.json"), StringComparison.Ordinal);
    }

    private static async Task<ToolRun> WriteAsync()
    {
        ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);
        Compiled.WriteAssembly(tool.Folder, await tool.SucceedAsync("new", "--from", "list.json"));
        return tool;
    }
}
