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
    public async Task What_comes_before_content_is_held_back_and_dropped_when_the_attempt_fails()
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
    public async Task What_was_held_back_goes_out_in_order_before_the_content()
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
    public async Task Content_goes_out_before_the_next_update_is_asked_for()
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
    public async Task After_content_of_any_kind_nothing_is_replayed(AIContent content)
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
    public async Task Empty_text_usage_and_bare_events_are_no_content()
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
    public async Task An_empty_complete_stream_is_an_answer()
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
    public async Task A_stream_without_a_single_update_is_an_empty_answer()
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
    public async Task A_stream_that_breaks_off_without_content_and_without_an_end_is_a_failure()
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
    public async Task A_consumer_that_stops_at_what_was_held_back_closes_the_stream_once()
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
    public async Task A_stream_that_is_not_read_calls_nobody()
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
    public async Task A_stream_that_cannot_be_opened_falls_back()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToOpen = new InvalidOperationException() };
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_that_cannot_show_its_first_update_falls_back()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream { FailsToShow = new InvalidOperationException() }.Text("never seen");
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task An_empty_stream_that_cannot_be_closed_falls_back()
    {
        var fleet = new Fleet();
        FakeStream stream = new FakeStream { FailsToClose = new InvalidOperationException("close") }.Role().Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task An_empty_stream_whose_closing_is_cancelled_by_nobody_falls_back()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToClose = new OperationCanceledException() };
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming: true, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stream_is_observed_once_whether_it_is_read_to_its_end_left_or_empty()
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
    public async Task How_a_failed_stream_closes_does_not_hide_why_it_failed()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToClose = new InvalidOperationException("close") }.Fails(FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("SmallFree", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_closed_after_content_tells_its_consumer()
    {
        var fleet = new Fleet();
        var close = new InvalidOperationException("close");
        fleet[Shop.Large].Stream = _ => new FakeStream { FailsToClose = close }.Text("a").Stop();
        using FallbackChatClient client = fleet.Over();
        Assert.Same(close, await Assert.ThrowsAsync<InvalidOperationException>(() => client.AskAsync(streaming: true, cancellationToken: Test)));
    }

    [Fact]
    public async Task A_failure_after_content_is_observed_as_the_failure_that_it_is()
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
    public async Task Either_token_cancels_where_there_are_two(bool enumerations)
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
    public async Task A_stream_that_is_read_again_is_another_turn()
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
    public async Task A_stream_that_ended_stays_ended()
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
    public async Task Updates_that_keep_a_consumer_waiting_come_in_order_and_the_stream_falls_back_in_the_middle_of_waiting()
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
