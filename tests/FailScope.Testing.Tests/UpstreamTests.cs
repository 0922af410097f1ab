using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Testing.Tests;

public sealed class UpstreamTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeUpstream _upstream;

    public UpstreamTests()
    {
        _upstream = new FakeUpstream(Models.Catalog) { TimeProvider = _clock };
    }

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public async Task A_call_is_recorded_with_its_model_the_name_of_its_key_and_its_time()
    {
        await PostAsync(Models.Sonnet, _upstream.KeyOf(Models.Main));
        FakeCall call = Assert.Single(_upstream.Calls);
        Assert.Equal((1, Models.OpenRouter, Models.Main, Models.Sonnet), (call.Number, call.Provider, call.Credential, call.Model));
        Assert.Equal(_clock.GetUtcNow(), call.ArrivedAt);
        Assert.Equal("1. Sonnet (anthropic/claude-sonnet-4.5) with the key Main, at 12:00:00.000", call.ToString());
    }

    [Fact]
    public async Task Nothing_in_a_recorded_call_contains_the_value_of_the_key()
    {
        string key = "secret-" + Guid.NewGuid();
        _upstream.UseKey(Models.Main, key);
        await PostAsync(Models.Sonnet, key);
        FakeCall call = Assert.Single(_upstream.Calls);
        Assert.All(
            typeof(FakeCall).GetProperties().Select(property => property.GetValue(call)?.ToString() ?? "").Append(call.ToString()),
            text => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_rotation_the_old_key_is_rejected_and_the_new_one_accepted()
    {
        string old = _upstream.KeyOf(Models.Main);
        _upstream.UseKey(Models.Main, "the-new-key");
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Models.Sonnet, old));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Models.Sonnet, "the-new-key"));
        Assert.Equal([null, Models.Main], _upstream.Calls.Select(call => call.Credential));
    }

    [Fact]
    public async Task A_key_of_another_provider_and_a_missing_key_are_rejected()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Models.Sonnet, _upstream.KeyOf(Models.Direct)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Models.Sonnet, null));
    }

    [Fact]
    public async Task A_model_that_the_key_does_not_offer_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Models.Sonnet, _upstream.KeyOf(Models.Main), id: "openai/gpt-9"));
        Assert.Equal(("openai/gpt-9", null), (_upstream.Calls[0].ModelId, _upstream.Calls[0].Model));
    }

    [Fact]
    public async Task Replies_are_sent_in_order_and_the_last_one_is_repeated()
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.RateLimited(), FakeProvider.OpenRouter.Overloaded(), FakeReply.Answer());
        var statuses = new List<int>();
        for (int i = 0; i < 4; i++)
        {
            statuses.Add((int)await PostAsync(Models.Sonnet, _upstream.KeyOf(Models.Main)));
        }

        Assert.Equal([429, 503, 200, 200], statuses);
    }

    [Fact]
    public async Task The_last_matching_configuration_is_used_and_Reset_removes_all()
    {
        _upstream.When(Models.OpenRouter).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.LlamaFree).Reply(FakeReply.Answer());
        _upstream.When(call => call.Number == 3).Reply(FakeProvider.OpenRouter.Overloaded());
        string key = _upstream.KeyOf(Models.Main);
        Assert.Equal(402, (int)await PostAsync(Models.Sonnet, key));
        Assert.Equal(200, (int)await PostAsync(Models.LlamaFree, key));
        Assert.Equal(503, (int)await PostAsync(Models.LlamaFree, key));

        _upstream.Reset();
        Assert.Empty(_upstream.Calls);
        Assert.Equal(200, (int)await PostAsync(Models.Sonnet, key));
    }

    [Fact]
    public async Task A_delay_uses_the_clock_of_the_upstream()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer().After(TimeSpan.FromMinutes(1)));
        Task<HttpStatusCode> answer = PostAsync(Models.Sonnet, _upstream.KeyOf(Models.Main));
        await _upstream.WaitForCallsAsync(1, Test);
        Assert.False(answer.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await answer);
    }

    [Fact]
    public async Task The_time_in_an_error_comes_from_the_clock()
    {
        _upstream.When(Models.LlamaFree).Reply(FakeProvider.OpenRouter.FreeQuotaExhausted());
        using HttpResponseMessage response = await SendAsync(Models.LlamaFree, _upstream.KeyOf(Models.Main));
        Assert.Equal(new DateTimeOffset(2026, 8, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(), Assert.Single(response.Headers.GetValues("X-RateLimit-Reset")));
    }

    [Fact]
    public async Task A_call_to_an_address_outside_the_catalog_fails_and_lists_the_known_ones()
    {
        using var http = new HttpClient(_upstream.CreateHandler());
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("https://example.com/v1?key=secret"), Test));
        Assert.Contains("https://example.com/v1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("https://openrouter.ai/api/v1", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_path_fails_and_lists_the_known_ones()
    {
        using var http = new HttpClient(_upstream.CreateHandler());
        string body = await (await http.GetAsync(new Uri("https://openrouter.ai/api/v1/models"), Test)).Content.ReadAsStringAsync(Test);
        Assert.Contains("GET /api/v1/models is not a call that FailScope.Testing answers", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_in_a_reply_function_is_reported_to_the_caller()
    {
        _upstream.When(Models.Sonnet).Reply(_ => throw new InvalidOperationException("a mistake in the test"));
        using HttpResponseMessage response = await SendAsync(Models.Sonnet, _upstream.KeyOf(Models.Main));
        Assert.Contains("a mistake in the test", await response.Content.ReadAsStringAsync(Test), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_outside_the_catalogs_are_rejected_with_the_names_of_the_catalogs()
    {
        using var other = new FakeUpstream(Elsewhere.Catalog);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => other.KeyOf(Models.Main));
        Assert.Contains("'Main'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Elsewhere", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => other.EndpointOf(Models.OpenRouter));
        Assert.Throws<ArgumentException>(() => new FakeUpstream());
    }

    [Fact]
    public async Task Concurrent_calls_are_each_answered_and_recorded()
    {
        string key = _upstream.KeyOf(Models.Main);
        HttpStatusCode[] statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => PostAsync(Models.Sonnet, key)));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(Enumerable.Range(1, 200), _upstream.Calls.Select(call => call.Number));
    }

    private async Task<HttpStatusCode> PostAsync(Model model, string? key, string? id = null)
    {
        using HttpResponseMessage response = await SendAsync(model, key, id);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(Model model, string? key, string? id = null)
    {
        using var http = new HttpClient(_upstream.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.Provider.Endpoint}/chat/completions")
        {
            Content = new StringContent($$"""{"model":"{{id ?? model.Id}}"}"""),
        };
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        return await http.SendAsync(request, Test);
    }
}

/// <summary>A second catalog.</summary>
[ModelCatalog]
internal static partial class Elsewhere
{
    [Provider("https://api.groq.com/openai/v1")]
    public static partial Provider Groq { get; }

    [Credential(nameof(Groq), EnvironmentVariable = "GROQ_API_KEY")]
    public static partial Credential GroqKey { get; }

    [Model("llama-3.3-70b-versatile", nameof(GroqKey), InputUsdPerMillion = 0.59, OutputUsdPerMillion = 0.79)]
    public static partial Model Llama { get; }
}
