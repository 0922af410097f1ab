using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>Behavior that is the same with and without streaming.</summary>
public class AnswerTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Models_are_tried_in_order_until_one_answers(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited).Fails(Shop.Medium, FailureKind.Overloaded);
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("SmallFree", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large, Shop.Medium, Shop.SmallFree], fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_account_without_credit_costs_one_call_and_the_free_model_answers(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("SmallFree", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large, Shop.SmallFree], fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_response_says_which_model_answered_and_what_was_tried(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        FallbackTrail trail = response.GetFallbackTrail()!;
        Assert.Equal(Shop.SmallFree, trail.AnsweredBy);
        Assert.Equal([Shop.Large, Shop.SmallFree], trail.Attempts.Select(attempt => attempt.Model));
        Assert.Equal([Shop.Medium], trail.Skipped.Select(skipped => skipped.Model));
        Assert.Same(trail, response.AdditionalProperties![FallbackProperties.Trail]);
        Assert.Equal(Shop.SmallFree, response.GetAnsweringModel(Shop.All));
        Assert.Equal("lab/small:free", response.ModelId);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_first_model_that_answers_at_once_adds_no_trail_unless_configured(bool streaming)
    {
        using FallbackChatClient silent = new Fleet().Over();
        ChatResponse response = await silent.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Null(response.GetFallbackTrail());
        Assert.Null(response.AdditionalProperties);
        Assert.Null(response.GetAnsweringModel(Shop.All));
        Assert.Equal("lab/large", response.ModelId);

        using FallbackChatClient telling = new Fleet().Over(new FallbackChatOptions { ReportFirstChoice = true });
        FallbackTrail trail = (await telling.AnswerAsync(streaming, cancellationToken: Test)).GetFallbackTrail()!;
        Assert.Equal(Shop.Large, trail.AnsweredBy);
        Assert.Empty(trail.Skipped);
    }

    [Fact]
    public async Task The_trail_is_on_the_first_update_only()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over();
        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Requests.Hello, null, Test).ReadAsync();
        Assert.Equal(Shop.Medium, updates[0].GetFallbackTrail()!.AnsweredBy);
        Assert.All(updates.Skip(1), update => Assert.Null(update.GetFallbackTrail()));
    }

    [Fact]
    public async Task The_trail_is_found_even_if_updates_have_message_ids()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        fleet[Shop.Medium].Stream = _ => new FakeStream().Gives(new ChatResponseUpdate(ChatRole.Assistant, "hi") { MessageId = "m1" });
        using FallbackChatClient client = fleet.Over();
        ChatResponse response = await client.AnswerAsync(streaming: true, cancellationToken: Test);
        Assert.Null(response.AdditionalProperties);
        Assert.Equal(Shop.Medium, response.GetFallbackTrail()!.AnsweredBy);
    }

    [Fact]
    public async Task The_providers_properties_of_a_response_are_kept()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        var answer = new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi"))
        {
            ModelId = "medium-2026-01",
            AdditionalProperties = new() { ["fingerprint"] = "abc" },
        };
        fleet[Shop.Medium].Answer = _ => Task.FromResult(answer);
        using FallbackChatClient client = fleet.Over();
        ChatResponse response = await client.GetResponseAsync(Requests.Hello, null, Test);
        Assert.Equal("hi", response.Text);
        Assert.Equal("medium-2026-01", response.ModelId);
        Assert.Equal("abc", response.AdditionalProperties!["fingerprint"]);
        Assert.NotNull(response.GetFallbackTrail());
    }

    [Fact]
    public async Task The_providers_model_id_is_kept_wherever_it_is_in_a_stream()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Stream = _ => new FakeStream().Role().Gives(new ChatResponseUpdate(ChatRole.Assistant, "hi") { ModelId = "large-2026-01" }).Stop();
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("large-2026-01", (await client.AnswerAsync(streaming: true, cancellationToken: Test)).ModelId);
    }

    [Fact]
    public async Task An_answer_with_a_trail_can_be_cached()
    {
        var fleet = new Fleet();
        string key = "sk-" + new string('x', 40);
        fleet[Shop.Large].Answer = _ => throw new HttpRequestException($"{key} refused", null, System.Net.HttpStatusCode.PaymentRequired);
        using FallbackChatClient client = fleet.Over();
        ChatResponse response = await client.GetResponseAsync(Requests.Hello, null, Test);
        string json = JsonSerializer.Serialize(response, AIJsonUtilities.DefaultOptions);
        ChatResponse back = JsonSerializer.Deserialize<ChatResponse>(json, AIJsonUtilities.DefaultOptions)!;
        JsonElement trail = Assert.IsType<JsonElement>(back.AdditionalProperties![FallbackProperties.Trail]);
        Assert.Equal("SmallFree", trail.GetProperty("answeredBy").GetString());
        Assert.Equal("CreditExhausted", trail.GetProperty("attempts")[0].GetProperty("failure").GetString());
        Assert.Equal(1, trail.GetProperty("skipped")[0].GetProperty("sinceAttempt").GetInt32());
        Assert.Equal("credit:FailScope.Extensions.AI.Tests.Shop/Main", trail.GetProperty("skipped")[0].GetProperty("scope").GetString());
        Assert.DoesNotContain(key, json, StringComparison.Ordinal);
        Assert.Null(back.GetFallbackTrail());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task When_no_model_answers_the_exception_lists_every_attempt(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.SmallFree, FailureKind.RateLimited).Fails(Shop.Elsewhere, FailureKind.ProviderUnreachable);
        using FallbackChatClient client = fleet.Over();
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large, Shop.SmallFree, Shop.Elsewhere], thrown.Trail.Attempts.Select(attempt => attempt.Model));
        Assert.Equal([Shop.Medium], thrown.Trail.Skipped.Select(skipped => skipped.Model));
        Assert.True(thrown.IsBilling);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_invalid_request_ends_the_turn_with_the_sdks_own_exception(bool streaming)
    {
        var fault = new NotSupportedException("the request is wrong");
        var fleet = new Fleet();
        fleet[Shop.Large].Answer = _ => Task.FromException<ChatResponse>(fault);
        fleet[Shop.Large].Stream = _ => new FakeStream().Throws(fault);
        var options = new FallbackChatOptions { Classify = (exception, _) => exception == fault ? new Failure(FailureKind.InvalidRequest) : null };
        using FallbackChatClient client = fleet.Over(options);
        Assert.Same(fault, await Assert.ThrowsAsync<NotSupportedException>(() => client.AskAsync(streaming, cancellationToken: Test)));
        Assert.Equal([Shop.Large], fleet.Called);

        options.FallbackOn = [FailureKind.InvalidRequest];
        using FallbackChatClient tolerant = fleet.Over(options);
        Assert.Equal("Medium", await tolerant.AskAsync(streaming, cancellationToken: Test));
    }

    [Fact]
    public async Task The_stack_trace_of_a_terminal_exception_shows_where_it_was_thrown()
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Answer = WhereItWasThrown;
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { Classify = (_, _) => new Failure(FailureKind.InvalidRequest) });
        NotSupportedException thrown = await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync(Requests.Hello, null, Test));
        Assert.Contains(nameof(WhereItWasThrown), thrown.StackTrace, StringComparison.Ordinal);

        static async Task<ChatResponse> WhereItWasThrown(FakeCall call)
        {
            await Task.CompletedTask;
            throw new NotSupportedException();
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_client_that_throws_synchronously_falls_back_as_well(bool streaming)
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Answer = _ => throw new InvalidOperationException();
        fleet[Shop.Large].Stream = _ => throw new InvalidOperationException();
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("Medium", await client.AskAsync(streaming, cancellationToken: Test));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_timeout_of_the_sdk_is_not_a_cancellation(bool streaming)
    {
        var fleet = new Fleet();
        var timeout = new TaskCanceledException("the configured timeout", null, new CancellationToken(canceled: true));
        fleet[Shop.Large].Answer = _ => Task.FromException<ChatResponse>(timeout);
        fleet[Shop.Large].Stream = _ => new FakeStream().Throws(timeout);
        fleet[Shop.Medium].Answer = _ => Task.FromCanceled<ChatResponse>(new CancellationToken(canceled: true));
        fleet[Shop.Medium].Stream = _ => new FakeStream().Does(_ => Task.FromCanceled<ChatResponseUpdate>(new CancellationToken(canceled: true)));
        using FallbackChatClient client = fleet.Over();
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("SmallFree", response.Text);
        Assert.Equal([FailureKind.Timeout, FailureKind.Timeout], response.GetFallbackTrail()!.Attempts.SkipLast(1).Select(attempt => attempt.Failure!.Kind));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_callers_cancellation_ends_the_turn_without_another_call(bool streaming)
    {
        using var caller = new CancellationTokenSource();
        var fleet = new Fleet();
        fleet[Shop.Large].Answer = call => CancelAsync<ChatResponse>(caller, call.Token);
        fleet[Shop.Large].Stream = _ => new FakeStream().Does(token => CancelAsync<ChatResponseUpdate>(caller, token));
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { AttemptTimeout = TimeSpan.FromMinutes(1) });
        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(streaming, cancellationToken: caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal([Shop.Large], fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_request_that_is_cancelled_before_it_starts_calls_no_model(bool streaming)
    {
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(streaming, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Empty(fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_turn_makes_at_most_the_configured_number_of_attempts(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited).Fails(Shop.Medium, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { MaxAttempts = 2 });
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal(SkipReason.AttemptLimit, thrown.Trail.StoppedBy);
        Assert.Equal([Shop.Large, Shop.Medium], fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Messages_that_can_be_enumerated_once_reach_every_model(bool streaming)
    {
        bool wasRead = false;
        IEnumerable<ChatMessage> Once()
        {
            Assert.False(wasRead);
            wasRead = true;
            yield return new ChatMessage(ChatRole.User, "hello");
        }

        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over();
        _ = streaming
            ? await client.GetStreamingResponseAsync(Once(), null, Test).ToChatResponseAsync(Test)
            : await client.GetResponseAsync(Once(), null, Test);
        Assert.Equal("hello", fleet[Shop.Medium].Calls[0].Messages[0].Text);
    }

    [Fact]
    public async Task Concurrent_requests_have_separate_turns()
    {
        var fleet = new Fleet();
        var gate = new TaskCompletionSource();
        int calls = 0;
        fleet[Shop.Large].Answer = async _ =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                await gate.Task;
                throw new FailedCallException(new Failure(FailureKind.AuthenticationFailed));
            }

            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "quick"));
        };
        using FallbackChatClient client = fleet.Over();
        Task<ChatResponse> slow = client.GetResponseAsync(Requests.Hello, null, Test);
        Assert.Equal("quick", (await client.GetResponseAsync(Requests.Hello, null, Test)).Text);
        gate.SetResult();
        Assert.Equal("Elsewhere", (await slow).Text);
        Assert.Equal("quick", (await client.GetResponseAsync(Requests.Hello, null, Test)).Text);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_chain_can_be_a_model_of_another_chain(bool streaming)
    {
        var inner = new Fleet();
        inner.Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.SmallFree, FailureKind.CreditExhausted).Fails(Shop.Elsewhere, FailureKind.CreditExhausted);
        var outer = new Fleet();
        outer[Shop.Large].Answer = call => inner.Over().GetResponseAsync(call.Messages, call.Options, call.Token);
        outer[Shop.Large].Stream = call => inner.Over().GetStreamingResponseAsync(call.Messages, call.Options, call.Token);
        using FallbackChatClient client = outer.Over();

        // The account of the inner chain has no credit, but nothing is known about that of the outer chain.
        Assert.Equal("Medium", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large, Shop.Medium], outer.Called);
    }

    [Fact]
    public async Task OnAttempt_is_called_once_for_each_attempt_after_it_ended()
    {
        var seen = new List<FallbackAttempt>();
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { OnAttempt = seen.Add });
        await client.AskAsync(streaming: false, cancellationToken: Test);
        Assert.Equal([(1, Shop.Large, false), (2, Shop.Medium, true)], seen.Select(attempt => (attempt.Number, attempt.Model, attempt.Answered)));
        seen.Clear();
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
        {
            Assert.Equal(update.Text.Length > 0 || update.FinishReason is not null || update.Role is not null, seen.Count == 1);
        }

        Assert.Equal([(1, Shop.Large, false), (2, Shop.Medium, true)], seen.Select(attempt => (attempt.Number, attempt.Model, attempt.Answered)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_exception_from_OnAttempt_after_a_failure_ends_the_turn_without_another_call(bool streaming)
    {
        var observed = new InvalidOperationException("seen enough");
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Role().Fails(FailureKind.RateLimited);
        fleet.Fails(Shop.Large, FailureKind.RateLimited)[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { OnAttempt = attempt => throw observed });
        Assert.Same(observed, await Assert.ThrowsAsync<InvalidOperationException>(() => client.AskAsync(streaming, cancellationToken: Test)));
        Assert.Equal([Shop.Large], fleet.Called);
        Assert.Equal(streaming ? 1 : 0, stream.Closed);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_exception_from_OnAttempt_after_a_success_does_not_lose_the_response(bool streaming)
    {
        var observed = new InvalidOperationException("not this one");
        var fleet = new Fleet();
        FakeStream stream = new FakeStream().Text("a").Stop();
        fleet[Shop.Large].Stream = _ => stream;
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { OnAttempt = attempt => throw observed });
        Assert.Equal(streaming ? "a" : "Large", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large], fleet.Called);
        Assert.Equal(streaming ? 1 : 0, stream.Closed);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_caller_who_cancels_between_two_attempts_causes_no_further_call(bool streaming)
    {
        using var caller = new CancellationTokenSource();
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { OnAttempt = _ => caller.Cancel() });
        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(streaming, cancellationToken: caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal([Shop.Large], fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_last_allowed_attempt_may_succeed(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { MaxAttempts = 2 });
        Assert.Equal("Medium", await client.AskAsync(streaming, cancellationToken: Test));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_next_request_starts_with_the_first_model_again(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        Assert.Equal("SmallFree", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal("SmallFree", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal((2, 0, 2), (fleet[Shop.Large].Calls.Count, fleet[Shop.Medium].Calls.Count, fleet[Shop.SmallFree].Calls.Count));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_inner_exception_is_that_of_the_last_attempt(bool streaming)
    {
        var last = new FailedCallException(new Failure(FailureKind.Overloaded));
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.AuthenticationFailed);
        fleet[Shop.Elsewhere].Answer = _ => throw last;
        fleet[Shop.Elsewhere].Stream = _ => new FakeStream().Throws(last);
        using FallbackChatClient client = fleet.Over();
        Assert.Same(last, (await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming, cancellationToken: Test))).InnerException);
    }

    [Fact]
    public void GetService_returns_the_chain_the_client_itself_and_its_metadata()
    {
        using FallbackChatClient client = new Fleet().Over();
        Assert.Same(Shop.All, client.GetService<FallbackChain>());
        Assert.Same(client, client.GetService<FallbackChatClient>());
        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Equal("failscope", client.GetService<ChatClientMetadata>()!.ProviderName);
        Assert.Null(client.GetService<FakeClient>());
        Assert.Null(client.GetService(typeof(FallbackChain), "key"));
        Assert.Throws<ArgumentNullException>(() => client.GetService(null!));
    }

    [Fact]
    public async Task Missing_arguments_are_rejected()
    {
        Assert.Throws<ArgumentNullException>(() => new FallbackChatClient(null!, _ => null!));
        Assert.Throws<ArgumentNullException>(() => new FallbackChatClient(Shop.All, null!));
        using FallbackChatClient client = new Fleet().Over();
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetResponseAsync((IEnumerable<ChatMessage>)null!, null, Test));
        Assert.Throws<ArgumentNullException>(() => client.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!, null, Test));
    }

    [Fact]
    public async Task Options_are_copied_when_the_client_is_created()
    {
        var options = new FallbackChatOptions();
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over(options);
        options.MaxAttempts = 1;
        Assert.Equal("Medium", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Fact]
    public async Task A_pipeline_can_be_built_around_a_chain()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using IChatClient client = Shop.All.AsChatClientBuilder(model => fleet[model]).ConfigureOptions(options => options.Temperature = 0.25f).Build();
        Assert.Equal("Medium", await client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal(0.25f, fleet[Shop.Medium].Calls[0].Options!.Temperature);
        Assert.NotNull(client.GetService<FallbackChatClient>());
    }

    private static async Task<T> CancelAsync<T>(CancellationTokenSource caller, CancellationToken token)
    {
        await caller.CancelAsync();
        token.ThrowIfCancellationRequested();
        throw new InvalidOperationException("The attempt's token does not follow the caller's.");
    }
}
