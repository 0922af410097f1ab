using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

public class StreamTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    public static TheoryData<AIContent> Contents =>
    [
        new TextContent("hi"),
        new TextReasoningContent("hm"),
        new TextReasoningContent("") { ProtectedData = "opaque" },
        new FunctionCallContent("1", "weather"),
        new DataContent(new byte[] { 1 }, "image/png"),
        new UriContent("https://images.example/1.png", "image/png"),
    ];

    [Fact]
    public async Task Updates_before_content_are_buffered_and_dropped_if_the_attempt_fails()
    {
        var fleet = new Fleet();
        FakeStream failing = new FakeStream().Role().Gives(new ChatResponseUpdate { ResponseId = "first" }).Fails(FailureKind.Overloaded);
        fleet[Shop.Large].Stream = _ => failing;
        using FallbackChatClient client = fleet.Over();
        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Requests.Hello, null, Test).ReadAsync();
        Assert.Equal("Medium", string.Concat(updates));
        Assert.DoesNotContain(updates, update => update.ResponseId == "first");
        Assert.Equal((1, 1), (failing.Opened, failing.Closed));
    }

    [Fact]
    public async Task Buffered_updates_are_returned_in_order_before_the_content()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream()
            .Gives(new ChatResponseUpdate { ResponseId = "1" })
            .Gives(new ChatResponseUpdate { ResponseId = "2" })
            .Gives(new ChatResponseUpdate { ResponseId = "3" })
            .Gives(new ChatResponseUpdate(ChatRole.Assistant, "a") { ResponseId = "4" })
            .Gives(new ChatResponseUpdate(ChatRole.Assistant, "b") { ResponseId = "5" })
            .Gives(new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop, ResponseId = "6" });
        using FallbackChatClient client = fleet.Over();
        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Requests.Hello, null, Test).ReadAsync();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], updates.Select(update => update.ResponseId));
    }

    [Fact]
    public async Task Content_is_returned_before_the_next_update_is_requested()
    {
        var next = new TaskCompletionSource<ChatResponseUpdate>();
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream().Role().Text("now").Does(_ => next.Task);
        using FallbackChatClient client = fleet.Over();
        await using IAsyncEnumerator<ChatResponseUpdate> stream = client.GetStreamingResponseAsync(Requests.Hello, null, Test).GetAsyncEnumerator(Test);
        Assert.True(await stream.MoveNextAsync());
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("now", stream.Current.Text);
        next.SetResult(new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop });
        Assert.True(await stream.MoveNextAsync());
        Assert.False(await stream.MoveNextAsync());
    }

    [Theory, MemberData(nameof(Contents), DisableDiscoveryEnumeration = true)]
    public async Task After_content_of_any_kind_no_other_model_is_tried(AIContent content)
    {
        var broken = new FailedCallException(new Failure(FailureKind.Overloaded));
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Content(content).Throws(broken);
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        var seen = new List<ChatResponseUpdate>();
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(async () =>
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
            {
                seen.Add(update);
            }
        });
        Assert.Same(broken, thrown);
        Assert.Equal(2, seen.Count);
        Assert.Equal([Shop.Large], fleet.Called);
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task Empty_text_usage_and_empty_updates_are_not_content()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream()
            .Role()
            .Content(new TextContent(""))
            .Content(new TextReasoningContent(""))
            .Content(new UsageContent(new UsageDetails { InputTokenCount = 3 }))
            .Content(new AIContent())
            .Fails(FailureKind.Overloaded);
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task An_empty_complete_stream_is_a_response()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Requests.Hello, null, Test).ReadAsync();
        Assert.Equal(2, updates.Count);
        Assert.Equal([Shop.Large], fleet.Called);
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task A_stream_without_any_update_is_an_empty_response()
    {
        var fleet = new Fleet();
        var stream = new FakeStream();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { ReportFirstChoice = true });
        Assert.Empty(await client.GetStreamingResponseAsync(Requests.Hello, null, Test).ReadAsync());
        Assert.Equal([Shop.Large], fleet.Called);
        Assert.Equal((1, 1), (stream.Opened, stream.Closed));
    }

    [Fact]
    public async Task A_stream_that_ends_without_content_and_without_a_finish_reason_is_a_failure()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Content(new UsageContent(new UsageDetails()));
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal("the stream ended before any content, and without a finish reason", response.GetFallbackTrail()!.Attempts[0].Failure!.Evidence);
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task A_consumer_that_stops_early_closes_the_stream_once()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Text("a").Text("b").Text("c").Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
        {
            if (update.Text == "a")
            {
                break;
            }
        }

        Assert.Equal((1, 1, 2), (stream.Opened, stream.Closed, stream.Read));
    }

    [Fact]
    public async Task A_consumer_that_stops_within_the_buffered_updates_closes_the_stream_once()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Role().Text("a").Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        await foreach (ChatResponseUpdate _ in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
        {
            break;
        }

        Assert.Equal((1, 1, 3), (stream.Opened, stream.Closed, stream.Read));
    }

    [Fact]
    public async Task A_stream_is_closed_once_at_its_end()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Text("a").Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: true, cancellationToken: Test);
        Assert.Equal((1, 1), (stream.Opened, stream.Closed));
    }

    [Fact]
    public async Task A_stream_that_is_not_read_calls_no_model()
    {
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over();
        IAsyncEnumerable<ChatResponseUpdate> stream = client.GetStreamingResponseAsync(Requests.Hello, null, Test);
        Assert.Empty(fleet.Called);
        await stream.ReadAsync();
        await stream.ReadAsync();
        Assert.Equal(2, fleet[Shop.Large].Calls.Count);
    }

    [Fact]
    public async Task A_stream_that_throws_when_opened_falls_back()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToOpen = new InvalidOperationException() };
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_whose_first_update_throws_falls_back()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream { FailsToShow = new InvalidOperationException() }.Text("never seen");
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task An_empty_stream_whose_Dispose_throws_falls_back()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream { FailsToClose = new InvalidOperationException("close") }.Role().Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task An_empty_stream_falls_back_if_Dispose_throws_OperationCanceledException_without_a_cancelled_token()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToClose = new OperationCanceledException() };
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OnAttempt_is_called_once_whether_a_stream_is_read_to_its_end_abandoned_or_empty()
    {
        var seen = new List<FallbackAttempt>();
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { OnAttempt = seen.Add });
        foreach (FakeStream stream in (FakeStream[])[new FakeStream().Text("a").Stop(), new FakeStream().Text("a").Text("b"), new FakeStream()])
        {
            fleet[Shop.Large].Stream = _ => stream;
            await foreach (ChatResponseUpdate _ in client.GetStreamingResponseAsync(Requests.Hello, null, TestContext.Current.CancellationToken))
            {
                break;
            }

            Assert.True(Assert.Single(seen).Answered);
            seen.Clear();
        }
    }

    [Fact]
    public async Task An_error_while_closing_a_failed_stream_does_not_hide_its_failure()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToClose = new InvalidOperationException("close") }.Fails(FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("SmallFree", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task An_error_while_closing_a_stream_after_content_is_thrown_to_the_consumer()
    {
        var fleet = new Fleet();
        var close = new InvalidOperationException("close");
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToClose = close }.Text("a").Stop();
        using FallbackChatClient client = fleet.Over();
        Assert.Same(close, await Assert.ThrowsAsync<InvalidOperationException>(() => client.AskAsync(streaming: true, cancellationToken: Test)));
    }

    [Fact]
    public async Task A_failure_after_content_is_reported_to_OnAttempt()
    {
        var seen = new List<FallbackAttempt>();
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream().Text("a").Fails(FailureKind.Overloaded);
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { OnAttempt = seen.Add, ReportFirstChoice = true });
        await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
        FallbackAttempt attempt = Assert.Single(seen);
        Assert.Equal((1, FailureKind.Overloaded), (attempt.Number, attempt.Failure!.Kind));
    }

    [Fact]
    public async Task The_callers_cancellation_in_the_middle_of_a_stream_is_a_cancellation()
    {
        using var caller = new CancellationTokenSource();
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Text("a").Does(async token =>
        {
            await caller.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new ChatResponseUpdate();
        });
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { IdleTimeout = TimeSpan.FromMinutes(1) });
        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(streaming: true, cancellationToken: caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task The_token_of_the_enumeration_counts_as_the_callers()
    {
        using var caller = new CancellationTokenSource();
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream().Does(async token =>
        {
            await caller.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new ChatResponseUpdate();
        });
        using FallbackChatClient client = fleet.Over();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatResponseUpdate _ in client.GetStreamingResponseAsync(Requests.Hello, null, CancellationToken.None).WithCancellation(caller.Token))
            {
            }
        });
        Assert.Equal([Shop.Large], fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task With_two_tokens_either_one_cancels(bool enumerations)
    {
        using var caller = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Text("a").Hangs((enumerations ? enumeration : caller).Cancel);
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ChatResponseUpdate _ in client.GetStreamingResponseAsync(Requests.Hello, null, caller.Token).WithCancellation(enumeration.Token))
            {
            }
        });
        Assert.Equal([Shop.Large], fleet.Called);
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task A_second_enumeration_is_a_new_turn()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = call => fleet[Shop.Large].Calls.Count == 1 ? new FakeStream().Fails(FailureKind.Overloaded) : new FakeStream().Text("large");
        using FallbackChatClient client = fleet.Over();
        IAsyncEnumerable<ChatResponseUpdate> stream = client.GetStreamingResponseAsync(OnlyOnce(), null, TestContext.Current.CancellationToken);
        Assert.Equal("Medium", string.Concat(await stream.ReadAsync()));
        Assert.Equal("large", string.Concat(await stream.ReadAsync()));
        Assert.All(fleet[Shop.Large].Calls, call => Assert.Equal("hello", Assert.Single(call.Messages).Text));

        static IEnumerable<ChatMessage> OnlyOnce()
        {
            yield return new ChatMessage(ChatRole.User, "hello");
        }
    }

    [Fact]
    public async Task A_stream_that_has_ended_stays_ended()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.InvalidRequest);
        using FallbackChatClient client = fleet.Over();
        await using IAsyncEnumerator<ChatResponseUpdate> failed = client.GetStreamingResponseAsync(Requests.Hello, null, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<FailedCallException>(async () => await failed.MoveNextAsync());
        Assert.False(await failed.MoveNextAsync());

        await using IAsyncEnumerator<ChatResponseUpdate> closed = client.GetStreamingResponseAsync(Requests.Hello, null, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await closed.DisposeAsync();
        Assert.False(await closed.MoveNextAsync());
        Assert.Single(fleet[Shop.Large].Calls);
    }

    [Fact]
    public async Task Asynchronous_updates_arrive_in_order_and_the_stream_falls_back_while_waiting()
    {
        var gates = new TaskCompletionSource[4];
        for (int i = 0; i < gates.Length; i++)
        {
            gates[i] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream().Role().Does(async _ =>
        {
            await gates[0].Task;
            throw new FailedCallException(new Failure(FailureKind.Overloaded));
        });
        fleet[Shop.Medium].Stream = _ => new FakeStream().Does(Gated(1)).Does(Gated(2)).Does(Gated(3)).Stop();
        using FallbackChatClient client = fleet.Over();
        Task<List<ChatResponseUpdate>> reading = client.GetStreamingResponseAsync(Requests.Hello, null, TestContext.Current.CancellationToken).ReadAsync();
        foreach (TaskCompletionSource gate in gates)
        {
            Assert.False(reading.IsCompleted);
            gate.SetResult();
        }

        Assert.Equal("123", string.Concat(await reading));

        Func<CancellationToken, Task<ChatResponseUpdate>> Gated(int gate) => async _ =>
        {
            await gates[gate].Task;
            return new ChatResponseUpdate(ChatRole.Assistant, gate.ToString(System.Globalization.CultureInfo.InvariantCulture));
        };
    }
}
