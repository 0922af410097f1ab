using System.Net;
using FailScope.Tool.Updating;

namespace FailScope.Tool.Tests.Updating;

public class UpdateTests
{
    private static readonly string Newer = Lists.OpenRouter
        .Replace("0.000015", "0.00002", StringComparison.Ordinal)
        .Replace("2026-12-24", "2026-11-30", StringComparison.Ordinal)
        .Replace("zoo/song", "zoo/tune", StringComparison.Ordinal);

    [Theory]
    [InlineData("openrouter", "https://openrouter.ai/api/v1/models")]
    [InlineData("LiteLLM", "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json")]
    [InlineData("models.dev", "https://models.dev/api.json")]
    [InlineData("https://prices.example.com/list.json", "https://prices.example.com/list.json")]
    public async Task A_list_is_downloaded_from_a_known_name_or_an_address(string url, string address)
    {
        var network = FakeNetwork.Of(Lists.OpenRouter);
        using var tool = new ToolRun { Network = network };

        await tool.SucceedAsync("update", "prices/list.json", "--url", url);

        Assert.Equal([address], network.Addresses);
        Assert.Equal(Lists.OpenRouter, tool.Read("prices/list.json"));
        Assert.Single(Directory.GetFiles(tool.PathOf("prices")));
    }

    [Fact]
    public async Task A_terminal_shows_a_progress_bar_on_standard_error_only()
    {
        using var tool = new ToolRun { Network = FakeNetwork.Of(Lists.OpenRouter), ErrorIsTerminal = true };

        Assert.Empty(await tool.SucceedAsync("update", "list.json", "--url", "openrouter"));

        Assert.Contains("openrouter.ai", tool.Error, StringComparison.Ordinal);
        Assert.Equal(Lists.OpenRouter, tool.Read("list.json"));
    }

    [Fact]
    public async Task The_format_of_the_file_determines_the_address_and_the_changes_are_shown()
    {
        var network = FakeNetwork.Of(Newer);
        using ToolRun tool = new ToolRun { Network = network }.Write("list.json", Lists.OpenRouter);

        string output = await tool.SucceedAsync("update", "list.json");

        Assert.Equal(["https://openrouter.ai/api/v1/models"], network.Addresses);
        Assert.Equal(Newer, tool.Read("list.json"));
        Assert.Matches(@"acme/large-2\.5 .* OutputUsdPerMillion .* \$15 .* \$20", output);
        Assert.Matches(@"acme/small .* expires .* 2026-12-24 .* 2026-11-30", output);
        Assert.Contains("1 models new, 1 gone, 2 changed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_catalog_only_its_models_are_shown_including_removed_ones()
    {
        using ToolRun tool = new ToolRun { Network = FakeNetwork.Of(Newer) }.Write("list.json", Lists.OpenRouter);
        string assembly = Compiled.WriteAssembly(tool.Folder, """
            using FailScope;
            [ModelCatalog] public static partial class Models
            {
                [Provider("https://openrouter.ai/api/v1")] public static partial Provider OpenRouter { get; }
                [Provider("https://api.acme.example")] public static partial Provider Acme { get; }
                [Credential(nameof(OpenRouter))] public static partial Credential Main { get; }
                [Credential(nameof(Acme))] public static partial Credential Direct { get; }
                [Model("zoo/song", nameof(Main))] public static partial Model Song { get; }
                [Model("acme/large-2.5", nameof(Direct))] public static partial Model Large { get; }
            }
            """);

        string output = await tool.SucceedAsync("update", "list.json", "--catalog", assembly);

        Assert.Matches(@"zoo/song .* model .* listed .* gone", output);
        Assert.DoesNotContain("acme/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_list_is_not_rewritten()
    {
        using ToolRun tool = new ToolRun { Network = FakeNetwork.Of(Lists.OpenRouter) }.Write("list.json", Lists.OpenRouter);
        DateTime before = File.GetLastWriteTimeUtc(tool.PathOf("list.json"));

        await tool.SucceedAsync("update", "list.json");

        Assert.Contains("up to date", tool.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(tool.PathOf("list.json")));
    }

    [Fact]
    public async Task A_dry_run_shows_the_changes_and_writes_nothing()
    {
        using ToolRun tool = new ToolRun { Network = FakeNetwork.Of(Newer) }.Write("list.json", Lists.OpenRouter);

        Assert.Contains("OutputUsdPerMillion", await tool.SucceedAsync("update", "list.json", "--dry-run"), StringComparison.Ordinal);
        Assert.Equal(Lists.OpenRouter, tool.Read("list.json"));
    }

    [Theory]
    [InlineData("<html>Service unavailable</html>", "openrouter.ai/api/v1/models(1,1)")]
    [InlineData("""{"data": [{"id": "acme/large-2.5", "pricing": {"prompt": "1", "completion": "1"}}]}""", "1 models, but list.json has 6")]
    [InlineData(Lists.LiteLlm, "format of OpenRouter")]
    public async Task An_invalid_or_truncated_download_never_replaces_a_list(string content, string message)
    {
        using ToolRun tool = new ToolRun { Network = FakeNetwork.Of(content) }.Write("list.json", Lists.OpenRouter);

        Assert.Contains(message, await tool.FailAsync(ExitCode.Unreadable, "update", "list.json"), StringComparison.Ordinal);
        Assert.Equal(Lists.OpenRouter, tool.Read("list.json"));
        Assert.Single(Directory.GetFiles(tool.Folder));
    }

    [Fact]
    public async Task Force_replaces_a_list_with_a_shorter_one()
    {
        string one = Lists.Of([("acme/only", "0.000001", "0.000002")]);
        using ToolRun tool = new ToolRun { Network = FakeNetwork.Of(one) }.Write("list.json", Lists.OpenRouter);

        await tool.SucceedAsync("update", "list.json", "--force");

        Assert.Equal(one, tool.Read("list.json"));
    }

    [Fact]
    public async Task A_redirect_is_followed_only_to_https()
    {
        var network = new FakeNetwork(address => address.Host == "prices.example.com"
            ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(address.AbsolutePath == "/bad" ? "http://prices.example.com/list" : "https://cdn.example.com/list") } }
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Lists.OpenRouter) });
        using var tool = new ToolRun { Network = network };

        Assert.Contains("is not an https address", await tool.FailAsync(ExitCode.Unreadable, "update", "bad.json", "--url", "https://prices.example.com/bad"), StringComparison.Ordinal);
        await tool.SucceedAsync("update", "good.json", "--url", "https://prices.example.com/good");

        Assert.DoesNotContain(network.Addresses, address => address.StartsWith("http:", StringComparison.Ordinal));
        Assert.True(File.Exists(tool.PathOf("good.json")));
        Assert.False(File.Exists(tool.PathOf("bad.json")));
    }

    [Fact]
    public async Task A_server_error_and_an_endless_redirect_are_reported()
    {
        using var tool = new ToolRun
        {
            Network = new FakeNetwork(address => address.AbsolutePath == "/loop"
                ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = address } }
                : new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)),
        };

        Assert.Contains("answered 503", await tool.FailAsync(ExitCode.Unreadable, "update", "x.json", "--url", "https://a.example/list?key=hunter2"), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", tool.Error, StringComparison.Ordinal);
        Assert.Contains("redirects more than", await tool.FailAsync(ExitCode.Unreadable, "update", "x.json", "--url", "https://a.example/loop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_failure_is_reported()
    {
        using var tool = new ToolRun { Network = new FakeNetwork(_ => throw new HttpRequestException("Name or service not known")) };

        Assert.Contains("Name or service not known", await tool.FailAsync(ExitCode.Unreadable, "update", "x.json", "--url", "openrouter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_that_is_too_large_is_not_read_to_its_end()
    {
        using var network = new FakeNetwork(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });

        ToolException exception = await Assert.ThrowsAsync<ToolException>(() =>
            ListDownload.RunAsync(new Uri("https://a.example/list"), network, 1024 * 1024, (_, _) => { }, TestContext.Current.CancellationToken));

        Assert.Contains("larger than 1 MB", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_download_leaves_no_file_behind()
    {
        using var interrupt = new CancellationTokenSource();
        using ToolRun tool = new ToolRun
        {
            Network = new FakeNetwork(_ =>
            {
                interrupt.Cancel();
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) };
            }),
        }.Write("list.json", Lists.OpenRouter);

        Assert.Equal(ExitCode.Interrupted, await tool.RunAsync(interrupt.Token, "update", "list.json"));
        Assert.Equal(Lists.OpenRouter, tool.Read("list.json"));
        Assert.Single(Directory.GetFiles(tool.Folder));
    }

    [Theory]
    [InlineData("--url", "update", "new.json")]
    [InlineData("https", "update", "new.json", "--url", "http://a.example/list")]
    [InlineData("https", "update", "new.json", "--url", "https://me:hunter2@a.example/list")]
    [InlineData("Did you mean 'openrouter'?", "update", "new.json", "--url", "openruoter")]
    public async Task An_invalid_argument_is_reported_before_the_download(string message, params string[] arguments)
    {
        using var tool = new ToolRun();

        Assert.Contains(message, await tool.FailAsync(ExitCode.Usage, arguments), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_a_list_is_not_replaced()
    {
        using ToolRun tool = new ToolRun { Network = FakeNetwork.Of(Lists.OpenRouter) }.Write("list.json", "mine");

        Assert.Contains("--force", await tool.FailAsync(ExitCode.Unreadable, "update", "list.json", "--url", "openrouter"), StringComparison.Ordinal);
        Assert.Equal("mine", tool.Read("list.json"));
    }

    /// <summary>A body that never ends, and can be cancelled like a network stream.</summary>
    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
