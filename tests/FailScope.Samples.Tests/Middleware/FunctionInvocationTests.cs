using FailScope.Samples.Catalog;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.Tests.Middleware;

/// <summary><c>UseFunctionInvocation</c> belongs outside the fallback client, where a tool is called once, whatever happens afterwards.</summary>
public sealed class FunctionInvocationTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private int _toolCalls;

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Outside_each_model_call_is_a_turn_and_the_next_model_continues_with_the_tools_result(bool streamed)
    {
        SonnetAsksForTheToolAndFailsThen();
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("Booked."));
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat).AsBuilder().UseFunctionInvocation().Build();
        Assert.Equal("Booked.", (await AskAsync(chat, streamed)).Text);
        Assert.Equal(1, _toolCalls);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.Sonnet, Models.GptOssFree);
        Assert.Contains("room 7", _upstream.Calls[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_the_whole_loop_is_one_attempt_and_the_next_model_calls_the_tool_again()
    {
        SonnetAsksForTheToolAndFailsThen();
        _upstream.When(Models.GptOssFree).Reply(FakeReply.ToolCall("book_room"), FakeReply.Answer("Booked twice."));
        using IChatClient chat = WithFunctionsInside();
        Assert.Equal("Booked twice.", (await AskAsync(chat, streamed: false)).Text);
        Assert.Equal(2, _toolCalls);
    }

    [Fact]
    public async Task Inside_a_stream_is_committed_by_the_tool_call_and_the_next_model_is_not_tried()
    {
        SonnetAsksForTheToolAndFailsThen();
        using IChatClient chat = WithFunctionsInside();
        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(chat, streamed: true));
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(thrown, Test).Kind);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.Sonnet);
    }

    private void SonnetAsksForTheToolAndFailsThen() =>
        _upstream.When(Models.Sonnet).Reply(FakeReply.ToolCall("book_room"), FakeProvider.OpenRouter.CreditExhausted());

    private FallbackChatClient WithFunctionsInside() =>
        Fallback.Over(_upstream, Models.Chat, (_, client) => client.AsBuilder().UseFunctionInvocation().Build());

    private Task<ChatResponse> AskAsync(IChatClient chat, bool streamed)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(BookRoom, "book_room")] };
        return streamed
            ? chat.GetStreamingResponseAsync("Book a room.", options, Test).ToChatResponseAsync(Test)
            : chat.GetResponseAsync("Book a room.", options, Test);
    }

    private string BookRoom()
    {
        _toolCalls++;
        return "room 7";
    }
}
