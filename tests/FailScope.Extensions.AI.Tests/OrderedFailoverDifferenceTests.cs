using System.Net;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

// OrderedFailoverChatClient is marked experimental.
#pragma warning disable MEAI001

/// <summary>
/// Compares <see cref="OrderedFailoverChatClient"/> with this client as the README describes it, on the same calls. In the test names,
/// "there" is the other client and "here" is this one. If the other client changes, a test fails, and the README must be updated.
/// </summary>
public class OrderedFailoverDifferenceTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_invalid_request_goes_to_every_client_with_OrderedFailover_and_to_one_with_FailScope(bool streaming)
    {
        Fleet theirs = Everyone(HttpStatusCode.BadRequest);
        Fleet ours = Everyone(HttpStatusCode.BadRequest);
        await Assert.ThrowsAsync<HttpRequestException>(() => Ordered(theirs).AskAsync(streaming, cancellationToken: Test));
        await Assert.ThrowsAsync<HttpRequestException>(() => ours.Over().AskAsync(streaming, cancellationToken: Test));
        Assert.Equal(Shop.All.Models, theirs.Called);
        Assert.Equal([Shop.Large], ours.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_rejected_key_is_tried_with_each_model_with_OrderedFailover_and_once_with_FailScope(bool streaming)
    {
        Fleet theirs = Everyone(HttpStatusCode.Unauthorized);
        Fleet ours = Everyone(HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<HttpRequestException>(() => Ordered(theirs).AskAsync(streaming, cancellationToken: Test));
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => ours.Over().AskAsync(streaming, cancellationToken: Test));
        Assert.Equal(Shop.All.Models, theirs.Called);
        Assert.Equal([Shop.Large, Shop.Elsewhere], ours.Called);
        Assert.IsType<HttpRequestException>(thrown.InnerException);
    }

    [Fact]
    public async Task A_failure_after_the_role_reaches_the_consumer_with_OrderedFailover_and_falls_back_with_FailScope()
    {
        Fleet theirs = new();
        Fleet ours = new();
        theirs[Shop.Large].Stream = ours[Shop.Large].Stream = _ => new FakeStream().Role().Fails(FailureKind.Overloaded);
        await Assert.ThrowsAsync<FailedCallException>(() => Ordered(theirs).AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal("Medium", await ours.Over().AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_that_ends_after_its_role_is_a_response_with_OrderedFailover_and_falls_back_with_FailScope()
    {
        Fleet theirs = new();
        Fleet ours = new();
        theirs[Shop.Large].Stream = ours[Shop.Large].Stream = _ => new FakeStream().Role();
        Assert.Equal("", await Ordered(theirs).AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal("Medium", await ours.Over().AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task Null_and_error_content_are_responses_with_OrderedFailover_and_fall_back_with_FailScope()
    {
        foreach (ChatResponse? answer in (ChatResponse?[])[null, new(new ChatMessage(ChatRole.Assistant, [new ErrorContent("down") { ErrorCode = "server_error" }]))])
        {
            Fleet theirs = new();
            Fleet ours = new();
            theirs[Shop.Large].Answer = ours[Shop.Large].Answer = _ => Task.FromResult(answer!);
            Assert.Same(answer, await Ordered(theirs).GetResponseAsync(Requests.Hello, null, Test));
            Assert.Equal("Medium", await ours.Over().AskAsync(streaming: false, cancellationToken: Test));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Changes_that_a_client_makes_to_its_options_reach_the_next_client_with_OrderedFailover_but_not_with_FailScope(bool streaming)
    {
        Fleet theirs = Everyone(HttpStatusCode.ServiceUnavailable);
        Fleet ours = Everyone(HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<HttpRequestException>(() => Ordered(theirs).AskAsync(streaming, new ChatOptions(), Test));
        await Assert.ThrowsAsync<FallbackExhaustedException>(() => ours.Over().AskAsync(streaming, new ChatOptions(), Test));
        Assert.Same(theirs[Shop.Large].Calls[0].Options, theirs[Shop.Medium].Calls[0].Options);
        Assert.NotSame(ours[Shop.Large].Calls[0].Options, ours[Shop.Medium].Calls[0].Options);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Messages_that_can_be_enumerated_once_reach_one_model_with_OrderedFailover_and_all_with_FailScope(bool streaming)
    {
        Fleet theirs = Everyone(HttpStatusCode.ServiceUnavailable);
        Fleet ours = Everyone(HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<HttpRequestException>(() => Ask(Ordered(theirs)));
        await Assert.ThrowsAsync<FallbackExhaustedException>(() => Ask(ours.Over()));
        Assert.Empty(theirs[Shop.Medium].Calls[0].Messages);
        Assert.Single(ours[Shop.Medium].Calls[0].Messages);

        async Task Ask(IChatClient client)
        {
            var unread = new Queue<ChatMessage>(Requests.Hello);
            _ = streaming
                ? await client.GetStreamingResponseAsync(Once(unread), null, Test).ToChatResponseAsync(Test)
                : await client.GetResponseAsync(Once(unread), null, Test);
        }

        static IEnumerable<ChatMessage> Once(Queue<ChatMessage> unread)
        {
            while (unread.TryDequeue(out ChatMessage? message))
            {
                yield return message;
            }
        }
    }

    [Fact]
    public async Task A_stream_that_fails_and_fails_to_close_reports_the_close_with_OrderedFailover_and_the_failure_with_FailScope()
    {
        var why = new FailedCallException(new Failure(FailureKind.Overloaded));
        var close = new InvalidOperationException("close");
        Fleet theirs = new();
        Fleet ours = new();
        foreach (Model model in Shop.All.Models)
        {
            theirs[model].Stream = ours[model].Stream = _ => new FakeStream { FailsToClose = close }.Throws(why);
        }

        Assert.Same(close, await Assert.ThrowsAsync<InvalidOperationException>(() => Ordered(theirs).AskAsync(streaming: true, cancellationToken: Test)));
        Assert.Same(why, (await Assert.ThrowsAsync<FallbackExhaustedException>(() => ours.Over().AskAsync(streaming: true, cancellationToken: Test))).InnerException);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_conversation_goes_to_every_client_with_OrderedFailover_and_only_to_models_of_its_key_with_FailScope(bool streaming)
    {
        Fleet theirs = Everyone(HttpStatusCode.ServiceUnavailable);
        Fleet ours = Everyone(HttpStatusCode.ServiceUnavailable);
        var options = new ChatOptions { ConversationId = "c1" };
        await Assert.ThrowsAsync<HttpRequestException>(() => Ordered(theirs).AskAsync(streaming, options, Test));
        await Assert.ThrowsAsync<FallbackExhaustedException>(() => ours.Over().AskAsync(streaming, options, Test));
        Assert.Equal("c1", theirs[Shop.Elsewhere].Calls[0].Options!.ConversationId);
        Assert.DoesNotContain(Shop.Elsewhere, ours.Called);
    }

    private static OrderedFailoverChatClient Ordered(Fleet fleet) => new([.. Shop.All.Models.Select(model => fleet[model])]);

    private static Fleet Everyone(HttpStatusCode status)
    {
        var fleet = new Fleet();
        foreach (Model model in Shop.All.Models)
        {
            fleet[model].Answer = _ => throw new HttpRequestException("no", null, status);
            fleet[model].Stream = _ => new FakeStream().Throws(new HttpRequestException("no", null, status));
        }

        return fleet;
    }
}
