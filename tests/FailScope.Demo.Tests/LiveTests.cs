using System.Net;
using FailScope.Demo.Output;
using FailScope.Demo.Playing;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Tests;

public sealed class LiveTests
{
    private static readonly string Key = "sk-" + new string('x', 40);

    [Fact]
    public async Task Without_keys_the_missing_variables_are_named_and_no_model_is_called()
    {
        DemoRun run = await DemoRun.OfAsync("--live", "--chain", "Assistant");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Not set: OPENROUTER_API_KEY, ANTHROPIC_API_KEY.", run.Error, StringComparison.Ordinal);
        Assert.Contains("no key is configured", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_chain_argument_the_first_chain_is_used()
    {
        DemoRun run = await DemoRun.OfAsync("--live");
        Assert.Contains("The chain 'Chat' lacks keys. Not set: OPENROUTER_API_KEY.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void An_empty_variable_counts_as_missing(string? value)
    {
        Assert.Equal(["OPENROUTER_API_KEY", "ANTHROPIC_API_KEY"], LiveTurn.FindMissing(Models.Assistant, _ => value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_is_sent_but_never_shown_even_if_a_provider_quotes_it(bool asMarkdown)
    {
        using var network = new QuotingNetwork();
        TurnResult turn = await LiveTurn.AskAsync(Models.Assistant, _ => $" {Key}\n", network, TestContext.Current.CancellationToken);

        using var output = new StringWriter();
        IReport report = asMarkdown ? new MarkdownReport(output) : new ConsoleReport(new DemoConsole(output, TextWriter.Null).Tables);
        report.Turn(turn, LiveTurn.Question);

        Assert.Equal([$"openrouter.ai Bearer {Key}", $"api.anthropic.com Bearer {Key}"], network.Calls);
        Assert.Equal(Ending.Exhausted, turn.Ending);
        Assert.Contains("every key was refused", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("xxxxxxxx", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Rejects every key, and quotes it.</summary>
    private sealed class QuotingNetwork : HttpMessageHandler
    {
        internal List<string> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add($"{request.RequestUri!.Host} {request.Headers.Authorization}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized)
            {
                Content = new StringContent($$$"""{"error":{"message":"Incorrect API key provided: {{{request.Headers.Authorization!.Parameter}}}.","code":"invalid_api_key"}}"""),
            });
        }
    }
}
