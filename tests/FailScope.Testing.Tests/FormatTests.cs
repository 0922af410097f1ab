using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace FailScope.Testing.Tests;

/// <summary>The official libraries read the answers like those of the real providers.</summary>
public sealed class FormatTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);

    public static TheoryData<string, bool> Providers => new()
    {
        { "OpenAI", false }, { "OpenAI", true }, { "Anthropic", false }, { "Anthropic", true }, { "Ollama", false }, { "Ollama", true }, { "Responses", false },
    };

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_complete_answer_has_text_finish_reason_and_usage(string provider, bool overLoopback)
    {
        Model model = Sdks.ModelFor(provider);
        _upstream.When(model).Reply(FakeReply.Answer("One, ", "two \"three\"."));
        using IChatClient chat = Client(provider, model, overLoopback);
        ChatResponse response = await chat.GetResponseAsync("Hello", cancellationToken: Test);
        Assert.Equal("One, two \"three\".", response.Text);
        // The library has no finish reason for complete responses of the Responses API.
        Assert.Equal(provider == "Responses" ? null : ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(8, response.Usage?.OutputTokenCount);
        Assert.Equal(model.Id, response.ModelId);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_stream_comes_piece_by_piece(string provider, bool overLoopback)
    {
        Model model = Sdks.ModelFor(provider);
        _upstream.When(model).Reply(FakeReply.Answer("One, ", "two ", "three."));
        using IChatClient chat = Client(provider, model, overLoopback);
        List<ChatResponseUpdate> updates = await chat.GetStreamingResponseAsync("Hello", cancellationToken: Test).ToListAsync(Test);
        Assert.Equal(["One, ", "two ", "three."], updates.Select(update => update.Text).Where(text => text.Length > 0));
        Assert.Equal(ChatFinishReason.Stop, updates.ToChatResponse().FinishReason);
        Assert.True(Assert.Single(_upstream.Calls).IsStreaming);
    }

    [Theory]
    [InlineData("OpenAI", false)]
    [InlineData("OpenAI", true)]
    [InlineData("Anthropic", false)]
    [InlineData("Anthropic", true)]
    [InlineData("Ollama", false)]
    [InlineData("Ollama", true)]
    [InlineData("Responses", false)]
    [InlineData("Responses", true)]
    public async Task Tool_calls_have_their_arguments(string provider, bool streamed)
    {
        Model model = Sdks.ModelFor(provider);
        _upstream.When(model).Reply(FakeReply.ToolCall("get_weather", """{"city":"Paris"}""").WithToolCall("get_time", """{"zone":"CET"}"""));
        using IChatClient chat = Client(provider, model);
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((string city) => city, "get_weather"), AIFunctionFactory.Create((string zone) => zone, "get_time")] };
        ChatResponse response = streamed
            ? await chat.GetStreamingResponseAsync("Hello", options, Test).ToChatResponseAsync(Test)
            : await chat.GetResponseAsync("Hello", options, Test);
        FunctionCallContent[] calls = [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];
        Assert.Equal(["get_weather", "get_time"], calls.Select(call => call.Name));
        Assert.Equal(["Paris", "CET"], [calls[0].Arguments!["city"]!.ToString(), calls[1].Arguments!["zone"]!.ToString()]);
    }

    [Theory]
    [InlineData("generateContent", "")]
    [InlineData("streamGenerateContent?alt=sse", "data: ")]
    public async Task Googles_format_matches_its_documentation(string verb, string prefix)
    {
        _upstream.When(Models.Gemini).Reply(FakeReply.Answer("One.").WithToolCall("get_weather", """{"city":"Paris"}"""));
        string body = await Sdks.AskGoogleAsync(_upstream, Models.Gemini, verb, Test);
        JsonElement[] answers = [.. body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => JsonDocument.Parse(part[prefix.Length..]).RootElement)];
        JsonElement[] parts = [.. answers.SelectMany(answer => answer.GetProperty("candidates")[0].GetProperty("content").GetProperty("parts").EnumerateArray())];
        Assert.Equal("One.", parts[0].GetProperty("text").GetString());
        Assert.Equal("Paris", parts[1].GetProperty("functionCall").GetProperty("args").GetProperty("city").GetString());
        Assert.Equal("STOP", answers[^1].GetProperty("candidates")[0].GetProperty("finishReason").GetString());
        Assert.Equal(Models.Gemini, Assert.Single(_upstream.Calls).Model);
    }

    [Fact]
    public async Task Embeddings_are_the_configured_ones_or_equal_for_equal_inputs()
    {
        using IEmbeddingGenerator<string, Embedding<float>> generator = Embedder();
        GeneratedEmbeddings<Embedding<float>> made = await generator.GenerateAsync(["one", "two", "one"], cancellationToken: Test);
        Assert.Equal(made[0].Vector.ToArray(), made[2].Vector.ToArray());
        Assert.NotEqual(made[0].Vector.ToArray(), made[1].Vector.ToArray());

        _upstream.When(Models.Embedder).Reply(FakeReply.Embedding(1, -0.5f, 0));
        Embedding<float> told = await generator.GenerateAsync("one", cancellationToken: Test);
        Assert.Equal(new[] { 1, -0.5f, 0 }, told.Vector.ToArray());
    }

    [Fact]
    public async Task An_error_inside_a_Responses_stream_is_an_error_event()
    {
        _upstream.When(Models.GptMini).Reply(FakeReply.Answer("").ThenFails(FakeProvider.OpenAI.CreditExhausted()));
        using var chat = new FallbackChatClient(Models.Catalog.CreateChain("GptMini", "Sonnet"), model => model == Models.GptMini ? Sdks.CreateResponses(_upstream, model) : Sdks.Create(_upstream, model));
        ChatResponse response = await chat.GetStreamingResponseAsync("Hello", cancellationToken: Test).ToChatResponseAsync(Test);
        response.GetFallbackTrail().ShouldHaveFailed(Models.GptMini, FailureKind.CreditExhausted).ShouldHaveBeenAnsweredBy(Models.Sonnet);
    }

    private IChatClient Client(string provider, Model model, bool overLoopback = false) =>
        provider == "Responses" ? Sdks.CreateResponses(_upstream, model) : Sdks.Create(_upstream, model, overLoopback);

    private IEmbeddingGenerator<string, Embedding<float>> Embedder() => new EmbeddingClient(
        Models.Embedder.Id,
        new System.ClientModel.ApiKeyCredential(_upstream.KeyOf(Models.Direct)),
        new OpenAI.OpenAIClientOptions
        {
            Endpoint = Models.OpenAI.Endpoint,
            Transport = new System.ClientModel.Primitives.HttpClientPipelineTransport(new HttpClient(_upstream.CreateHandler())),
        }).AsIEmbeddingGenerator();
}
