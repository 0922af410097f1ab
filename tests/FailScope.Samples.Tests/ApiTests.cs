using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using FailScope.Samples.Api;
using FailScope.Samples.Catalog;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;

namespace FailScope.Samples.Tests;

/// <summary>The API in ASP.NET Core's test server. The providers are fakes on loopback, set through the configuration.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly WebApplicationFactory<Program> _app;
    private readonly HttpClient _http;

    public ApiTests()
    {
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.ConfigureAppConfiguration(
            configuration => configuration.AddInMemoryCollection(_upstream.ToConfiguration())));
        _http = _app.CreateClient();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _upstream.Dispose();
    }

    [Fact]
    public async Task A_response_is_streamed_piece_by_piece()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Hello, ", "world."));
        Assert.Equal([("text", "Hello, "), ("text", "world."), ("done", Models.Sonnet.Id)], await AskAsync());
    }

    [Fact]
    public async Task An_account_without_credit_costs_one_call_and_the_free_model_streams()
    {
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));
        Assert.Equal([("text", "For free."), ("done", Models.GptOssFree.Id)], await AskAsync());
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree);
    }

    [Fact]
    public async Task A_stream_that_fails_after_its_first_piece_ends_with_an_error_event()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Half of").ThenCloses());
        Assert.Equal([("text", "Half of"), ("error", "The answer broke off.")], await AskAsync());
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet);
    }

    [Fact]
    public async Task If_no_model_is_left_the_status_says_so_and_the_body_names_no_account()
    {
        _upstream.When(Models.OpenRouter).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.TakeDown(Models.Groq);
        using HttpResponseMessage response = await PostAsync();
        string body = await response.Content.ReadAsStringAsync(Test);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("No model can answer at the moment.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Main", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_question_goes_to_no_other_model()
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.ContentFiltered());
        using HttpResponseMessage response = await PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet);
    }

    [Fact]
    public async Task A_failure_of_one_request_saves_the_next_one_a_call_and_is_on_the_status_page()
    {
        Assert.Equal("Healthy", await _http.GetStringAsync("/health", Test));
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));
        await AskAsync();
        await AskAsync();
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree, Models.GptOssFree);

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
        _upstream.When(Models.OpenRouter).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.Groq).Reply(FakeProvider.Groq.AuthenticationFailed());
        using HttpResponseMessage refused = await PostAsync();
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

    private Task<HttpResponseMessage> PostAsync() => _http.PostAsJsonAsync("/chat", new Question("Hello?"), Test);

    private async Task<List<(string Type, string Data)>> AskAsync()
    {
        using HttpResponseMessage response = await PostAsync();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Test);
        return await SseParser.Create(stream).EnumerateAsync(Test).Select(item => (item.EventType, item.Data)).ToListAsync(Test);
    }
}
