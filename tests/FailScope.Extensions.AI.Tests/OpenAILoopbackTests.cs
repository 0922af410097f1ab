using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI.Responses;

namespace FailScope.Extensions.AI.Tests;

// The library marks its Responses API as experimental.
#pragma warning disable OPENAI001

/// <summary>The official OpenAI library over real HTTP: how it handles errors, and how the fallback client handles the result.</summary>
public class OpenAILoopbackTests
{
    private const string OutOfCredit = """{"error":{"message":"You have no credit left.","type":"insufficient_quota","code":"insufficient_quota"}}""";

    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private static readonly string Key = "sk-" + new string('x', 40);

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_account_without_credit_is_called_once_and_the_free_model_answers(bool streaming)
    {
        await using var provider = new LoopbackProvider(request => Asks(request, Shop.Large)
            ? LoopbackProvider.Json(429, OutOfCredit)
            : streaming
                ? LoopbackProvider.Events(LoopbackProvider.Chunk("""{"role":"assistant","content":"free"}"""), LoopbackProvider.Chunk("{}", "\"stop\""))
                : LoopbackProvider.Json(200, LoopbackProvider.Completion("free")));
        using FallbackChatClient client = Over(provider);
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("free", response.Text);
        Assert.Equal(2, provider.Requests.Count);
        Assert.Equal(Shop.SmallFree, response.GetAnsweringModel(Shop.All));
        Assert.All(provider.Authorizations, header => Assert.Equal($"Bearer {Key}", header));
    }

    [Fact]
    public async Task The_library_does_not_retry()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Json(503, "{}"));
        using IChatClient client = OpenAIModelClients.Create(Shop.Large, Key, provider.Endpoint);
        await Assert.ThrowsAsync<ClientResultException>(() => client.GetResponseAsync(Requests.Hello, null, Test));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task The_id_of_the_model_is_sent_whatever_the_caller_set()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Json(200, LoopbackProvider.Completion("ok")));
        using FallbackChatClient client = Over(provider);
        await client.AskAsync(streaming: false, new ChatOptions { ModelId = "the caller's" }, Test);
        await client.AskAsync(streaming: false, cancellationToken: Test);
        Assert.All(provider.Requests, request => Assert.True(Asks(request, Shop.Large)));
    }

    [Fact]
    public async Task An_error_event_that_the_library_reads_as_an_empty_update_is_a_failure()
    {
        await using var provider = new LoopbackProvider(request => Asks(request, Shop.Large)
            ? LoopbackProvider.Events(OutOfCredit)
            : LoopbackProvider.Events(LoopbackProvider.Chunk("""{"role":"assistant","content":"free"}"""), LoopbackProvider.Chunk("{}", "\"stop\"")));
        using FallbackChatClient client = Over(provider);
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Equal("free", response.Text);
        Assert.Equal(FailureKind.CreditExhausted, response.GetFallbackTrail()!.Attempts[0].Failure!.Kind);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task An_error_event_after_text_ends_the_stream_with_an_exception()
    {
        await using var provider = new LoopbackProvider(_ =>
            LoopbackProvider.Events(LoopbackProvider.Chunk("""{"role":"assistant","content":"half"}"""), """{"error":{"message":"overloaded","code":529}}"""));
        using FallbackChatClient client = Over(provider);
        string text = "";
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(async () =>
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
            {
                text += update.Text;
            }
        });
        Assert.Equal("half", text);
        Assert.Equal(FailureKind.Overloaded, thrown.Failure.Kind);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task An_error_property_that_is_null_is_not_an_error()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Events(
            """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","error":null,"choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}""",
            LoopbackProvider.Chunk("""{"content":"fine"}"""),
            LoopbackProvider.Chunk("{}", "\"stop\"")));
        using FallbackChatClient client = Over(provider);
        Assert.Equal("fine", await client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task An_error_in_a_response_with_status_200_falls_back()
    {
        await using var provider = new LoopbackProvider(request => LoopbackProvider.Json(200, Asks(request, Shop.Large) ? OutOfCredit : LoopbackProvider.Completion("next")));
        using FallbackChatClient client = Over(provider);
        Assert.Equal("next", await client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task A_failed_response_is_a_failure_although_the_library_returns_it()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Json(200, Response("failed", """{"code":"rate_limit_exceeded","message":"slow down"}""")));
        var fleet = new Fleet();
        using FallbackChatClient client = WithResponses(provider, fleet);
        ChatResponse response = await client.AnswerAsync(streaming: false, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal(FailureKind.RateLimited, response.GetFallbackTrail()!.Attempts[0].Failure!.Kind);
    }

    [Fact]
    public async Task A_failed_response_event_is_a_failure_although_the_library_reads_it_as_an_empty_update()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Events(
            $$"""{"type":"response.created","sequence_number":0,"response":{{Response("in_progress", "null")}}}""",
            $$"""{"type":"response.failed","sequence_number":1,"response":{{Response("failed", """{"code":"rate_limit_exceeded","message":"slow down"}""")}}}"""));
        var fleet = new Fleet();
        using FallbackChatClient client = WithResponses(provider, fleet);
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal(FailureKind.RateLimited, response.GetFallbackTrail()!.Attempts[0].Failure!.Kind);
    }

    [Fact]
    public async Task An_error_event_of_the_Responses_API_is_a_failure()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Events(
            $$"""{"type":"response.created","sequence_number":0,"response":{{Response("in_progress", "null")}}}""",
            """{"type":"error","sequence_number":1,"code":"insufficient_quota","message":"You exceeded your current quota","param":null}"""));
        var fleet = new Fleet();
        using FallbackChatClient client = WithResponses(provider, fleet);
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Equal("SmallFree", response.Text);
        Assert.Equal(FailureKind.CreditExhausted, response.GetFallbackTrail()!.Attempts[0].Failure!.Kind);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_retires_all_its_models()
    {
        Uri nowhere;
        await using (var provider = new LoopbackProvider(_ => LoopbackProvider.Json(200, "{}")))
        {
            nowhere = provider.Endpoint;
        }

        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model => model.Provider == Shop.Router ? OpenAIModelClients.Create(model, Key, nowhere) : fleet[model]);
        ChatResponse response = await client.AnswerAsync(streaming: false, cancellationToken: Test);
        Assert.Equal("Elsewhere", response.Text);
        Assert.Equal(FailureKind.ProviderUnreachable, response.GetFallbackTrail()!.Attempts[0].Failure!.Kind);
        Assert.Equal(2, response.GetFallbackTrail()!.Attempts.Count);
    }

    private static bool Asks(string request, Model model) => request.Contains($"\"model\":\"{model.Id}\"", StringComparison.Ordinal);

    private static string Response(string status, string error) =>
        $$"""{"id":"resp_1","object":"response","created_at":1,"model":"m","status":"{{status}}","error":{{error}},"output":[],"parallel_tool_calls":true,"tool_choice":"auto","tools":[]}""";

    private static FallbackChatClient Over(LoopbackProvider provider) => new(Shop.All, model => OpenAIModelClients.Create(model, Key, provider.Endpoint));

    private static FallbackChatClient WithResponses(LoopbackProvider provider, Fleet fleet) => new(Shop.All, model => model == Shop.Large
        ? new ResponsesClient(new ApiKeyCredential(Key), new ResponsesClientOptions { Endpoint = provider.Endpoint, RetryPolicy = new ClientRetryPolicy(0) }).AsIChatClient(model.Id).WithHiddenFailures()
        : fleet[model]);
}
