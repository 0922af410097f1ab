using System.Text.Json;

namespace FailScope.Tool.Tests.Explaining;

public class ExplainTests
{
    private const string Secret = "sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Body = """{"error":{"message":"Insufficient credits. Add more for key sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","code":402}}""";

    private const string Catalog = """
        using FailScope;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider OpenRouter { get; }

            [Credential(nameof(OpenRouter), EnvironmentVariable = "KEY")]
            public static partial Credential Main { get; }

            [Model("acme/large", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
            public static partial Model Large { get; }

            [Model("acme/small", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)]
            public static partial Model Small { get; }

            [Model("zoo/parrot:free", nameof(Main))]
            public static partial Model Parrot { get; }

            [FallbackChain(nameof(Large), nameof(Small), nameof(Parrot), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }

            [FallbackChain(nameof(Parrot), nameof(Small), Survives = LossOf.None)]
            public static partial FallbackChain Thrifty { get; }
        }
        """;

    public static TheoryData<string> Responses =>
    [
        $"HTTP/1.1 402 Payment Required\r\nContent-Type: application/json\r\nRetry-After: 20\r\n\r\n{Body}",
        $"HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 402 \nretry-after: 20\n\n{Body}\n",
        $"* Connected\n> POST / HTTP/2\n< HTTP/2 100\n<\n< HTTP/2 402 \n< retry-after: 20\n<\n{{ [213 bytes data]\n{Body}\n* Closing\n",
        $"HTTP/1.1 402 Payment Required\r\nTransfer-Encoding: chunked\r\nRetry-After: 20\r\n\r\n{20:x}\r\n{Body[..20]}\r\n{Body.Length - 20:x}\r\n{Body[20..]}\r\n0\r\n\r\n",
        $$"""{"status": 402, "headers": {"Retry-After": ["20"]}, "body": {{JsonSerializer.Serialize(Body)}}}""",
        $$"""{"statusCode": 402, "headers": {"retry-after": 20}, "body": {{Body}}}""",
    ];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task A_whole_response_is_read_in_any_capture_format(string response)
    {
        using var tool = new ToolRun { Input = response };

        using JsonDocument answer = JsonDocument.Parse(await tool.SucceedAsync("explain", "--format", "json"));

        Assert.Equal("CreditExhausted", answer.RootElement.GetProperty("kind").GetString());
        Assert.Equal(402, answer.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(20, answer.RootElement.GetProperty("retryAfterSeconds").GetDouble());
        Assert.True(answer.RootElement.GetProperty("isBilling").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task No_secret_is_printed(string response)
    {
        using var tool = new ToolRun { Input = response };

        string everything = await tool.SucceedAsync("explain") + tool.Error + await tool.SucceedAsync("explain", "--format", "json");

        Assert.Contains("Insufficient credits", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret[9..], everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_and_headers_can_be_passed_separately_from_the_body()
    {
        using ToolRun tool = new ToolRun().Write("body.json", """{"error": {"message": "slow down"}}""");

        string output = await tool.SucceedAsync("explain", "body.json", "--status", "429", "--header", "Retry-After: 7");

        Assert.StartsWith("RateLimited", output, StringComparison.Ordinal);
        Assert.Contains("7 s, says the provider", output, StringComparison.Ordinal);
        Assert.Contains("the model alone", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_shows_what_the_error_retires_and_what_is_tried_next()
    {
        using var tool = new ToolRun { Input = Body };
        string assembly = Compiled.WriteAssembly(tool.Folder, Catalog);

        string[] lines = (await tool.SucceedAsync("explain", "-", "--catalog", assembly, "--chain", "chat")).Split('\n');

        Assert.Contains(lines, line => line.Contains("Large", StringComparison.Ordinal) && line.Contains("✗ failed", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Small", StringComparison.Ordinal) && line.Contains("✗ priced, on account Main", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Parrot", StringComparison.Ordinal) && line.Contains("→ tried next", StringComparison.Ordinal));
    }

    /// <summary>If a free model fails for lack of credit, the balance is negative, and no model of the account answers.</summary>
    [Fact]
    public async Task The_failed_model_determines_what_is_retired()
    {
        using var tool = new ToolRun { Input = Body };
        string assembly = Compiled.WriteAssembly(tool.Folder, Catalog);

        using JsonDocument answer = JsonDocument.Parse(await tool.SucceedAsync("explain", "--catalog", assembly, "--model", "zoo/parrot:free", "--format", "json"));

        JsonElement[] chains = [.. answer.RootElement.GetProperty("chains").EnumerateArray()];
        Assert.Equal(["Chat", "Thrifty"], chains.Select(chain => chain.GetProperty("chain").GetString()));
        Assert.All(chains, chain => Assert.Empty(chain.GetProperty("remaining").EnumerateArray()));
        Assert.All(chains, chain => Assert.False(chain.TryGetProperty("next", out _)));
    }

    [Fact]
    public async Task A_terminal_error_ends_the_turn_whatever_models_are_left()
    {
        using var tool = new ToolRun { Input = """HTTP/1.1 400 Bad Request""" + "\n\n" + """{"error":{"code":"content_policy_violation","message":"refused"}}""" };
        string assembly = Compiled.WriteAssembly(tool.Folder, Catalog);

        string output = await tool.SucceedAsync("explain", "--catalog", assembly, "--chain", "Chat");

        Assert.StartsWith("ContentFiltered", output, StringComparison.Ordinal);
        Assert.Contains("The turn ends.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("tried next", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unrecognized_error_has_exit_code_1()
    {
        using var tool = new ToolRun { Input = "hello" };

        Assert.Equal(ExitCode.Findings, await tool.RunAsync("explain"));
        Assert.StartsWith("Unknown", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean 'Chat'?", "--chain", "Chet")]
    [InlineData("Did you mean 'Parrot'?", "--model", "Parot")]
    public async Task An_unknown_chain_or_model_is_reported_with_the_nearest_name(string message, params string[] arguments)
    {
        using var tool = new ToolRun { Input = Body };
        string assembly = Compiled.WriteAssembly(tool.Folder, Catalog);

        Assert.Contains(message, await tool.FailAsync(ExitCode.Usage, ["explain", "--catalog", assembly, .. arguments]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--catalog", "--chain", "Chat")]
    [InlineData("Retry-After", "--header", "nothing")]
    public async Task An_invalid_argument_is_reported(string message, params string[] arguments)
    {
        using var tool = new ToolRun { Input = Body };

        Assert.Contains(message, await tool.FailAsync(ExitCode.Usage, ["explain", .. arguments]), StringComparison.Ordinal);
    }
}
