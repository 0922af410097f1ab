using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenAI;

namespace FailScope.Testing.Tests;

/// <summary>Tests as they would be written for an app.</summary>
public sealed class AppTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public async Task If_the_account_is_out_of_credit_the_free_model_answers()
    {
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.LlamaFree).Reply(FakeReply.Answer("Hello from Llama."));
        using IChatClient chat = Client(Models.Chat);

        ChatResponse response = await chat.GetResponseAsync("Hello", cancellationToken: Test);

        Assert.Equal("Hello from Llama.", response.Text);
        response.GetFallbackTrail()
            .ShouldHaveTried(Models.Sonnet, Models.LlamaFree)
            .ShouldHaveFailed(Models.Sonnet, FailureKind.CreditExhausted)
            .ShouldHaveSkipped(Models.Gpt, ScopeKind.Credit)
            .ShouldHaveBeenAnsweredBy(Models.LlamaFree);
    }

    [Fact]
    public async Task An_app_that_reads_its_configuration_can_be_pointed_at_the_fakes()
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.AuthenticationFailed());
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_upstream.ToConfiguration()).Build());
        services.AddFallbackChatClient(Models.Sturdy);
        await using ServiceProvider provider = services.BuildServiceProvider();

        ChatResponse response = await provider.GetRequiredService<IChatClient>().GetResponseAsync("Hello", cancellationToken: Test);

        Assert.Equal("This is gpt-5-mini speaking.", response.Text);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptMini);
    }

    [Fact]
    public async Task A_stream_that_fails_after_its_opening_event_falls_back()
    {
        _upstream.When(Models.GptMini).Reply(FakeReply.Answer("").ThenFails(FakeProvider.OpenAI.Overloaded()));
        using IChatClient chat = Client(Models.Catalog.CreateChain("GptMini", "Sonnet"));

        ChatResponse response = await chat.GetStreamingResponseAsync("Hello", cancellationToken: Test).ToChatResponseAsync(Test);

        Assert.Equal("This is anthropic/claude-sonnet-4.5 speaking.", response.Text);
        response.GetFallbackTrail().ShouldHaveFailed(Models.GptMini, FailureKind.Overloaded);
    }

    // The library does not know the finish reason "error", and throws before the error next to it is read.
    [Fact]
    public async Task OpenRouters_error_inside_a_stream_falls_back_too()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("").ThenFails(FakeProvider.OpenRouter.Overloaded()));
        using IChatClient chat = Client(Models.Chat);

        ChatResponse response = await chat.GetStreamingResponseAsync("Hello", cancellationToken: Test).ToChatResponseAsync(Test);

        response.GetFallbackTrail().ShouldHaveTried(Models.Sonnet, Models.Gpt).ShouldHaveBeenAnsweredBy(Models.Gpt);
    }

    [Fact]
    public async Task A_model_that_takes_too_long_is_abandoned_when_the_fake_clock_advances()
    {
        var clock = new FakeTimeProvider();
        using var upstream = new FakeUpstream(Models.Catalog) { TimeProvider = clock };
        upstream.When(Models.Sonnet).Reply(FakeReply.NoAnswer);
        using IChatClient chat = Client(Models.Chat, upstream, new FallbackChatOptions { AttemptTimeout = TimeSpan.FromSeconds(30), TimeProvider = clock });

        Task<ChatResponse> answer = chat.GetResponseAsync("Hello", cancellationToken: Test);
        await upstream.WaitForCallsAsync(1, Test);
        clock.Advance(TimeSpan.FromSeconds(30));

        (await answer).GetFallbackTrail()
            .ShouldHaveFailed(Models.Sonnet, FailureKind.Timeout)
            .ShouldHaveBeenAnsweredBy(Models.Gpt);
    }

    [Fact]
    public async Task An_account_without_credit_is_not_called_until_its_cool_down_expires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var upstream = new FakeUpstream(Models.Catalog) { TimeProvider = clock };
        var options = new FallbackChatOptions { TimeProvider = clock, Cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock }) };
        using IChatClient chat = Client(Models.Chat, upstream, options);
        upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        upstream.When(Models.LlamaFree).Reply(FakeReply.Answer());
        await chat.GetResponseAsync("Hello", cancellationToken: Test);

        (await chat.GetResponseAsync("Hello", cancellationToken: Test)).GetFallbackTrail()
            .ShouldHaveTried(Models.LlamaFree)
            .ShouldHaveSkipped(Models.Sonnet, SkipReason.Cooldown)
            .ShouldHaveSkipped(Models.Gpt, ScopeKind.Credit);

        upstream.Reset();
        clock.Advance(TimeSpan.FromDays(1));
        await chat.GetResponseAsync("Hello", cancellationToken: Test);
        upstream.ShouldHaveBeenCalledFor(Models.Sonnet);
    }

    [Fact]
    public async Task A_tool_is_called_and_its_result_is_sent_back()
    {
        _upstream.When(Models.Sonnet).Reply(
            FakeReply.ToolCall("get_weather", """{"city":"Paris"}"""),
            FakeReply.Answer("It is sunny in Paris."));
        AIFunction weather = AIFunctionFactory.Create((string city) => $"Sunny in {city}", "get_weather");
        using IChatClient chat = Client(Models.Chat).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await chat.GetResponseAsync("What is the weather in Paris?", new ChatOptions { Tools = [weather] }, Test);

        Assert.Equal("It is sunny in Paris.", response.Text);
        Assert.Contains("Sunny in Paris", _upstream.Calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_in_which_no_model_answers_says_why()
    {
        _upstream.When(Models.OpenRouter).Reply(FakeProvider.OpenRouter.RateLimited(TimeSpan.FromSeconds(30)));
        using IChatClient chat = Client(Models.Chat);

        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => chat.GetResponseAsync("Hello", cancellationToken: Test));

        exhausted.Trail.ShouldHaveBeenExhausted().ShouldHaveTried(Models.Sonnet, Models.Gpt, Models.LlamaFree).ShouldHaveSkippedNone();
        Assert.All(exhausted.Trail.Attempts, attempt => Assert.Equal(TimeSpan.FromSeconds(30), attempt.Failure!.RetryAfter));
    }

    private FallbackChatClient Client(FallbackChain chain, FakeUpstream? upstream = null, FallbackChatOptions? options = null)
    {
        upstream ??= _upstream;
        var http = new HttpClient(upstream.CreateHandler());
        return new FallbackChatClient(chain, Create, options);

        IChatClient Create(Model model) => new OpenAIClient(new ApiKeyCredential(upstream.KeyOf(model.Credential)), new OpenAIClientOptions
        {
            Endpoint = model.Provider.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
        }).GetChatClient(model.Id).AsIChatClient().WithHiddenFailures();
    }
}
