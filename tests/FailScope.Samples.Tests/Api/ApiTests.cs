using System.Net;
using System.Text.Json.Nodes;
using FailScope.Samples.Api.Tests;
using FailScope.Samples.Catalog;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FailScope.Samples.Tests;

/// <summary>The rest of what the API does. The tests that users get with the template are in <see cref="ChatTests"/>.</summary>
public sealed class ApiTests : IAsyncDisposable
{
    private readonly ChatApp _app = new();
    private readonly HttpClient _http;

    public ApiTests() => _http = _app.CreateClient();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_response_is_streamed_piece_by_piece()
    {
        _app.Upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Hello, ", "world."));
        Assert.Equal([("text", "Hello, "), ("text", "world."), ("done", Models.Sonnet.Id)], await _app.AskAsync(Test));
    }

    [Fact]
    public async Task If_no_model_is_left_the_status_says_so_and_the_body_names_no_account()
    {
        _app.Upstream.When(Models.OpenRouter).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _app.Upstream.TakeDown(Models.Groq);
        using HttpResponseMessage response = await _app.PostAsync(Test);
        string body = await response.Content.ReadAsStringAsync(Test);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("No model can answer at the moment.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Main", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_question_goes_to_no_other_model()
    {
        _app.Upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.ContentFiltered());
        using HttpResponseMessage response = await _app.PostAsync(Test);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        _app.Upstream.ShouldHaveBeenCalledFor(Models.Sonnet);
    }

    [Fact]
    public async Task A_failure_of_one_request_saves_the_next_one_a_call_and_is_on_the_status_page()
    {
        Assert.Equal("Healthy", await _http.GetStringAsync("/health", Test));
        _app.Upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _app.Upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));
        await _app.AskAsync(Test);
        await _app.AskAsync(Test);
        _app.Upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree, Models.GptOssFree);

        string page = await _http.GetStringAsync("/failscope", Test);
        Assert.Contains("<b>credit exhausted</b>, credit of account Main, until", page, StringComparison.Ordinal);
        Assert.Contains("2 of 3 models are alive", page, StringComparison.Ordinal);
        JsonNode status = JsonNode.Parse(await _http.GetStringAsync("/failscope/status.json", Test))!;
        Assert.Equal("Sonnet", (string?)status["cooldowns"]![0]!["retires"]![0]);
        Assert.Equal("Degraded", await _http.GetStringAsync("/health", Test));
    }

    [Fact]
    public async Task The_health_check_fails_when_no_model_is_left()
    {
        _app.Upstream.When(Models.OpenRouter).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _app.Upstream.When(Models.Groq).Reply(FakeProvider.Groq.AuthenticationFailed());
        using HttpResponseMessage refused = await _app.PostAsync(Test);
        using HttpResponseMessage health = await _http.GetAsync("/health", Test);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("Unhealthy", await health.Content.ReadAsStringAsync(Test));
    }

    [Fact]
    public async Task In_production_the_status_page_is_not_mapped()
    {
        await using WebApplicationFactory<Program> production = _app.WithWebHostBuilder(host => host.UseEnvironment("Production"));
        using HttpClient http = production.CreateClient();
        using HttpResponseMessage page = await http.GetAsync("/failscope", Test);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }
}
