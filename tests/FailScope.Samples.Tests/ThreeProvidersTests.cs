using FailScope.Samples.ThreeProviders;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.Tests;

/// <summary>One chain with three APIs: each one has its own error format and its own response format.</summary>
public sealed class ThreeProvidersTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly HttpClient _http;

    public ThreeProvidersTests()
    {
        _http = new HttpClient(_upstream.CreateHandler());
    }

    public static TheoryData<FakeError, FakeError, FailureKind, bool> Refusals => new(
        from refusal in new (FakeError Anthropic, FakeError Google, FailureKind Kind)[]
        {
            (FakeProvider.Anthropic.AuthenticationFailed(), FakeProvider.Google.AuthenticationFailed(), FailureKind.AuthenticationFailed),
            (FakeProvider.Anthropic.CreditExhausted(), FakeProvider.Google.CreditExhausted(), FailureKind.CreditExhausted),
            (FakeProvider.Anthropic.RateLimited(), FakeProvider.Google.RateLimited(), FailureKind.RateLimited),
            (FakeProvider.Anthropic.Overloaded(), FakeProvider.Google.Overloaded(), FailureKind.Overloaded),
            (FakeProvider.Anthropic.ModelUnavailable(), FakeProvider.Google.ModelUnavailable(), FailureKind.ModelUnavailable),
        }
        from streamed in new[] { false, true }
        select (refusal.Anthropic, refusal.Google, refusal.Kind, streamed));

    public void Dispose()
    {
        _http.Dispose();
        _upstream.Dispose();
    }

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task Each_error_is_classified_correctly_and_the_third_provider_answers(FakeError anthropic, FakeError google, FailureKind kind, bool streamed)
    {
        _upstream.When(Models.Claude).Reply(anthropic);
        _upstream.When(Models.Gemini).Reply(google);
        ChatResponse response = await AskAsync(streamed);
        Assert.Equal("This is gpt-5-mini speaking.", response.Text);
        response.GetFallbackTrail()
            .ShouldHaveTried(Models.Claude, Models.Gemini, Models.GptMini)
            .ShouldHaveFailed(Models.Claude, kind)
            .ShouldHaveFailed(Models.Gemini, kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_provider_answers_in_its_own_format(bool streamed)
    {
        foreach (Model model in Models.Chat.Models)
        {
            _upstream.When(model).Reply(FakeReply.Answer("One, ", "two."));
            ChatResponse response = await AskAsync(streamed);
            Assert.Equal("One, two.", response.Text);
            Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
            Assert.Equal(model, _upstream.Calls[^1].Model);
            _upstream.TakeDown(model.Provider);
        }
    }

    [Theory]
    [InlineData("closes")]
    [InlineData("resets")]
    [InlineData("fails")]
    public async Task A_stream_that_fails_before_any_content_falls_back_to_the_next_provider(string how)
    {
        FakeAnswer nothing = FakeReply.Answer("");
        _upstream.When(Models.Claude).Reply(Break(nothing, FakeProvider.Anthropic.Overloaded()));
        _upstream.When(Models.Gemini).Reply(Break(nothing, FakeProvider.Google.Overloaded()));
        ChatResponse response = await AskAsync(streamed: true);
        response.GetFallbackTrail()
            .ShouldHaveTried(Models.Claude, Models.Gemini, Models.GptMini)
            .ShouldHaveFailed(Models.Claude, FailureKind.Overloaded)
            .ShouldHaveFailed(Models.Gemini, FailureKind.Overloaded);

        FakeReply Break(FakeAnswer answer, FakeError error) => how switch
        {
            "closes" => answer.ThenCloses(),
            "resets" => answer.ThenResets(),
            _ => answer.ThenFails(error),
        };
    }

    [Fact]
    public async Task A_prompt_that_Google_blocks_with_status_200_ends_the_turn()
    {
        _upstream.When(Models.Claude).Reply(FakeProvider.Anthropic.Overloaded());
        _upstream.When(Models.Gemini).Reply(FakeProvider.Google.ContentFiltered());
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(() => AskAsync(streamed: false));
        Assert.Equal(FailureKind.ContentFiltered, thrown.Failure.Kind);
    }

    private async Task<ChatResponse> AskAsync(bool streamed)
    {
        using var chat = new FallbackChatClient(Models.Chat, new ModelClients(_http, _upstream.KeyOf).Create);
        return streamed
            ? await chat.GetStreamingResponseAsync("Who answers?", cancellationToken: Test).ToChatResponseAsync(Test)
            : await chat.GetResponseAsync("Who answers?", cancellationToken: Test);
    }
}
