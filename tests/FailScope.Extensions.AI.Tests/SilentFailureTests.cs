using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>Failures that look like responses.</summary>
public class SilentFailureTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private readonly Fleet _fleet = new();

    [Theory, InlineData(false), InlineData(true)]
    public async Task Error_content_is_classified_by_its_code(bool streaming)
    {
        Says(new ErrorContent("You exceeded your current quota") { ErrorCode = "insufficient_quota" });
        using FallbackChatClient client = _fleet.Over();
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("SmallFree", response.Text);
        FallbackAttempt attempt = response.GetFallbackTrail()!.Attempts[0];
        Assert.Equal(FailureKind.CreditExhausted, attempt.Failure!.Kind);
        Assert.Same(attempt.Failure, Assert.IsType<FailedCallException>(attempt.Exception).Failure);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Error_content_that_blames_the_request_is_thrown(bool streaming)
    {
        Says(new ErrorContent("bad tool schema") { ErrorCode = "invalid_request_error" });
        using FallbackChatClient client = _fleet.Over();
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal(FailureKind.InvalidRequest, thrown.Failure.Kind);
        Assert.Equal([Shop.Large], _fleet.Called);
    }

    [Fact]
    public async Task An_error_after_content_is_thrown_and_not_passed_on()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream().Text("half an ans").Content(new ErrorContent("overloaded") { ErrorCode = "overloaded_error" }).Text("never");
        using FallbackChatClient client = _fleet.Over();
        var seen = new List<string>();
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(async () =>
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
            {
                seen.Add(update.Text);
            }
        });
        Assert.Equal(FailureKind.Overloaded, thrown.Failure.Kind);
        Assert.Equal(["half an ans"], seen);
    }

    [Fact]
    public async Task An_error_next_to_text_in_a_complete_response_is_a_failure()
    {
        _fleet[Shop.Large].Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("half"), new ErrorContent("gone") { ErrorCode = "server_error" }])));
        using FallbackChatClient client = _fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_refusal_is_a_response_unless_the_caller_falls_back_on_it(bool streaming)
    {
        Says(new ErrorContent("I will not do that.") { ErrorCode = "Refusal" });
        using FallbackChatClient client = _fleet.Over();
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("I will not do that.", response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().Single().Message);
        using FallbackChatClient persistent = _fleet.Over(new FallbackChatOptions { FallbackOn = [FailureKind.ContentFiltered] });
        Assert.Equal("Medium", await persistent.AskAsync(streaming, cancellationToken: Test));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_filtered_response_is_a_response_unless_the_caller_falls_back_on_it(bool streaming)
    {
        _fleet[Shop.Large].Answer = _ => Task.FromResult(new ChatResponse { FinishReason = ChatFinishReason.ContentFilter });
        _fleet[Shop.Large].Stream = _ => new FakeStream().Role().Gives(new ChatResponseUpdate { FinishReason = ChatFinishReason.ContentFilter });
        using FallbackChatClient client = _fleet.Over();
        Assert.Equal("", await client.AskAsync(streaming, cancellationToken: Test));
        using FallbackChatClient persistent = _fleet.Over(new FallbackChatOptions { FallbackOn = [FailureKind.ContentFiltered] });
        ChatResponse response = await persistent.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal("finish reason content_filter", response.GetFallbackTrail()!.Attempts[0].Failure!.Evidence);
    }

    [Fact]
    public async Task An_update_with_an_unknown_role_is_an_error_that_an_sdk_misread()
    {
        var unread = new ChatResponseUpdate(new ChatRole("unknown"), "");
        _fleet[Shop.Large].Stream = _ => new FakeStream().Gives(unread).Stop();
        _fleet[Shop.Medium].Stream = _ => new FakeStream().Text("half").Gives(unread);
        using FallbackChatClient client = _fleet.Over();
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal(FailureKind.Unknown, thrown.Failure.Kind);
        Assert.Equal([Shop.Large, Shop.Medium], _fleet.Called);
    }

    [Fact]
    public async Task A_client_that_returns_null_has_failed()
    {
        _fleet[Shop.Large].Answer = _ => Task.FromResult<ChatResponse>(null!);
        using FallbackChatClient client = _fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_without_a_finish_reason_has_failed_if_one_is_required()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream();
        _fleet[Shop.Medium].Stream = _ => new FakeStream().Text("half");
        using FallbackChatClient client = _fleet.Over(new FallbackChatOptions { RequireFinishReason = true });
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Contains("in the middle of the answer", thrown.Failure.Evidence, StringComparison.Ordinal);
        Assert.Equal([Shop.Large, Shop.Medium], _fleet.Called);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_finish_reason_with_the_content_or_after_it_is_enough(bool beside)
    {
        _fleet[Shop.Large].Stream = _ => beside
            ? new FakeStream().Role().Gives(new ChatResponseUpdate(ChatRole.Assistant, "all") { FinishReason = ChatFinishReason.Stop })
            : new FakeStream().Text("all").Stop();
        using FallbackChatClient client = _fleet.Over(new FallbackChatOptions { RequireFinishReason = true });
        Assert.Equal("all", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_without_a_finish_reason_is_a_response_if_none_is_required()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream().Text("all");
        using FallbackChatClient client = _fleet.Over();
        Assert.Equal("all", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task An_empty_complete_response_is_a_response()
    {
        _fleet[Shop.Large].Answer = _ => Task.FromResult(new ChatResponse { FinishReason = ChatFinishReason.Stop });
        using FallbackChatClient client = _fleet.Over();
        Assert.Equal("", await client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal([Shop.Large], _fleet.Called);
    }

    private void Says(AIContent content)
    {
        _fleet[Shop.Large].Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [content])));
        _fleet[Shop.Large].Stream = _ => new FakeStream().Role().Content(content).Stop();
    }
}
