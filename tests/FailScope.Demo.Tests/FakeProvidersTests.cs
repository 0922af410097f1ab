using System.Net;
using System.Net.Http.Headers;
using FailScope.Demo.Server;

namespace FailScope.Demo.Tests;

public sealed class FakeProvidersTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private FakeProviders? _providers;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _providers = await FakeProviders.StartAsync(Test);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _providers!.DisposeAsync();
    }

    [Fact]
    public async Task A_model_answers_the_key_that_it_is_offered_through()
    {
        using HttpResponseMessage response = await PostAsync(Models.Grok45, FakeProviders.KeyOf(Models.XAIKey));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("This is grok-4.5 speaking.", await response.Content.ReadAsStringAsync(Test), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_comes_as_events_and_ends_with_its_mark()
    {
        using HttpResponseMessage response = await PostAsync(Models.Grok45, FakeProviders.KeyOf(Models.XAIKey), isStreaming: true);
        string[] events = (await response.Content.ReadAsStringAsync(Test)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(4, events.Length);
        Assert.All(events, data => Assert.StartsWith("data: ", data, StringComparison.Ordinal));
        Assert.Equal("data: [DONE]", events[^1]);
    }

    [Fact]
    public async Task A_key_of_another_provider_or_none_is_refused()
    {
        using HttpResponseMessage foreign = await PostAsync(Models.Grok45, FakeProviders.KeyOf(Models.GroqKey));
        using HttpResponseMessage none = await PostAsync(Models.Grok45, null);
        Assert.Equal(HttpStatusCode.Unauthorized, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
    }

    [Fact]
    public async Task A_model_of_another_key_is_not_there()
    {
        using HttpResponseMessage response = await PostAsync(Models.BatchGpt54Mini, FakeProviders.KeyOf(Models.TeamKey));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_first_rule_that_applies_decides_and_calls_are_counted_from_then_on()
    {
        using HttpResponseMessage before = await PostAsync(Models.Grok45, FakeProviders.KeyOf(Models.XAIKey));
        _providers!.Behave([new(model => model == Models.Grok45, CommonErrors.NoSuchModel), new(_ => true, CommonErrors.InvalidKey)]);
        using HttpResponseMessage first = await PostAsync(Models.Grok45, FakeProviders.KeyOf(Models.XAIKey));
        using HttpResponseMessage second = await PostAsync(Models.Grok43, FakeProviders.KeyOf(Models.XAIKey));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Unauthorized], [first.StatusCode, second.StatusCode]);
        Assert.Equal(["grok-4.5", "grok-4.3"], _providers.Calls.Select(call => call.ModelId));
    }

    [Fact]
    public async Task Nobody_opens_the_closed_door()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetAsync(_providers!.ClosedDoor, Test));
    }

    private Task<HttpResponseMessage> PostAsync(Model model, string? key, bool isStreaming = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_providers!.Address, $"/{model.Provider.Endpoint.Host}/v1/chat/completions"))
        {
            Content = new StringContent($$"""{"model":"{{model.Id}}","stream":{{(isStreaming ? "true" : "false")}}}"""),
        };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return _http.SendAsync(request, Test);
    }
}
