using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Extensions.AI.Tests;

public class LimitTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _clock = new();
    private readonly Fleet _fleet = new();

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_attempt_that_takes_too_long_falls_back(bool streaming)
    {
        _fleet[Shop.Large].Answer = call => Hang(call.Token, 5);
        _fleet[Shop.Large].Stream = _ => new FakeStream().Role().Hangs(() => _clock.Advance(TimeSpan.FromSeconds(5)));
        using FallbackChatClient client = Over(options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal("the attempt's limit of 5 s", FirstFailure(response).Evidence);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_turns_time_limit_ends_the_turn_with_models_left(bool streaming)
    {
        _fleet[Shop.Large].Answer = call => Hang(call.Token, 5);
        _fleet[Shop.Large].Stream = _ => new FakeStream().Hangs(() => _clock.Advance(TimeSpan.FromSeconds(5)));
        _fleet[Shop.Medium].Answer = call => Hang(call.Token, 3);
        _fleet[Shop.Medium].Stream = _ => new FakeStream().Hangs(() => _clock.Advance(TimeSpan.FromSeconds(3)));
        using FallbackChatClient client = Over(options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
            options.Timeout = TimeSpan.FromSeconds(8);
        });
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal(SkipReason.Deadline, thrown.Trail.StoppedBy);
        Assert.Equal([Shop.Large, Shop.Medium], _fleet.Called);
        Assert.Equal("the turn's limit of 8 s", thrown.Trail.Attempts[1].Failure!.Evidence);
    }

    [Fact]
    public async Task A_stream_without_content_in_time_falls_back_although_updates_arrive()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream()
            .Does(_ => Later(4, new ChatResponseUpdate { Role = ChatRole.Assistant }))
            .Does(_ => Later(4, new ChatResponseUpdate()))
            .Hangs(() => _clock.Advance(TimeSpan.FromSeconds(2)));
        using FallbackChatClient client = Over(options => options.FirstContentTimeout = TimeSpan.FromSeconds(10));
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal("no content within 10 s", FirstFailure(response).Evidence);
    }

    [Fact]
    public async Task The_limit_for_the_first_content_ends_at_the_first_content()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream()
            .Does(_ => Later(9, new ChatResponseUpdate(ChatRole.Assistant, "a")))
            .Does(_ => Later(60, new ChatResponseUpdate(ChatRole.Assistant, "b")))
            .Stop();
        using FallbackChatClient client = Over(options => options.FirstContentTimeout = TimeSpan.FromSeconds(10));
        Assert.Equal("ab", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task The_limit_for_the_first_content_does_not_apply_without_streaming()
    {
        _fleet[Shop.Large].Answer = async _ =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return await Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "late")));
        };
        using FallbackChatClient client = Over(options => options.FirstContentTimeout = TimeSpan.FromSeconds(10));
        Assert.Equal("late", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Fact]
    public async Task A_stream_that_becomes_silent_before_content_falls_back()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream().Role().Hangs(() => _clock.Advance(TimeSpan.FromSeconds(3)));
        using FallbackChatClient client = Over(options => options.IdleTimeout = TimeSpan.FromSeconds(3));
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Equal("Medium", response.Text);
        Assert.Equal("nothing more within 3 s", FirstFailure(response).Evidence);
    }

    [Fact]
    public async Task A_stream_that_becomes_silent_after_content_throws_a_TimeoutException()
    {
        FakeStream stream = new FakeStream().Text("a").Hangs(() => _clock.Advance(TimeSpan.FromSeconds(3)));
        _fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = Over(options => options.IdleTimeout = TimeSpan.FromSeconds(3));
        TimeoutException thrown = await Assert.ThrowsAsync<TimeoutException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
        Assert.Equal("The answer of Large (lab/large) ended early: nothing more within 3 s.", thrown.Message);
        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
        Assert.Equal([Shop.Large], _fleet.Called);
        Assert.Equal(1, stream.Closed);
    }

    [Fact]
    public async Task The_consumers_own_time_does_not_count_as_silence_of_the_model()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream().Text("a").Text("b").Text("c").Stop();
        using FallbackChatClient client = Over(options => options.IdleTimeout = TimeSpan.FromSeconds(3));
        string text = "";
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            text += update.Text;
        }

        Assert.Equal("abc", text);
    }

    [Fact]
    public async Task The_attempts_time_limit_includes_the_consumers_time()
    {
        _fleet[Shop.Large].Stream = _ => new FakeStream().Text("a").Hangs(() => { });
        using FallbackChatClient client = Over(options => options.AttemptTimeout = TimeSpan.FromSeconds(3));
        await using IAsyncEnumerator<ChatResponseUpdate> stream = client.GetStreamingResponseAsync(Requests.Hello, null, Test).GetAsyncEnumerator(Test);
        Assert.True(await stream.MoveNextAsync());
        _clock.Advance(TimeSpan.FromSeconds(2));
        ValueTask<bool> next = stream.MoveNextAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => next.AsTask());
    }

    [Fact]
    public async Task No_timer_outlives_its_attempt()
    {
        CancellationToken seen = default;
        _fleet[Shop.Large].Answer = call =>
        {
            seen = call.Token;
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "in time")));
        };
        using FallbackChatClient client = Over(options => options.AttemptTimeout = TimeSpan.FromSeconds(3));
        await client.AskAsync(streaming: false, cancellationToken: Test);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(seen.IsCancellationRequested);
    }

    [Fact]
    public void Invalid_limits_are_rejected()
    {
        var options = new FallbackChatOptions();
        Assert.Throws<ArgumentOutOfRangeException>(() => options.FirstContentTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.IdleTimeout = TimeSpan.FromDays(30));
    }

    private static Failure FirstFailure(ChatResponse response)
    {
        Failure failure = response.GetFallbackTrail()!.Attempts[0].Failure!;
        Assert.Equal(FailureKind.Timeout, failure.Kind);
        return failure;
    }

    private FallbackChatClient Over(Action<FallbackChatOptions> configure)
    {
        var options = new FallbackChatOptions { TimeProvider = _clock };
        configure(options);
        return _fleet.Over(options);
    }

    private Task<ChatResponseUpdate> Later(double seconds, ChatResponseUpdate update)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(update);
    }

    private Task<ChatResponse> Hang(CancellationToken token, double seconds) => SilentCall.WaitAsync<ChatResponse>(token, () => _clock.Advance(TimeSpan.FromSeconds(seconds)));
}
