using Microsoft.Extensions.Time.Testing;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Turns;

public class RunTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_result_comes_from_the_first_model_that_answers()
    {
        var script = new Script();
        Assert.Equal("Large", await Shop.All.RunAsync(script.Call, Test));
        Assert.Equal([Shop.Large], script.Calls);
    }

    [Fact]
    public async Task An_account_without_credit_costs_one_call_and_the_free_model_answers()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.Medium, FailureKind.CreditExhausted);
        Assert.Equal("SmallFree", await Shop.Founding.RunAsync(script.Call, new FallbackOptions(), Test));
        Assert.Equal([Shop.Large, Shop.SmallFree], script.Calls);
    }

    [Theory]
    [InlineData(FailureKind.AuthenticationFailed, "LargeSpare")]
    [InlineData(FailureKind.CreditExhausted, "SmallFree")]
    [InlineData(FailureKind.KeyBudgetExhausted, "SmallFree")]
    [InlineData(FailureKind.FreeQuotaExhausted, "Medium")]
    [InlineData(FailureKind.UsageLimitReached, "LargeSpare")]
    [InlineData(FailureKind.RequestTooLarge, "Medium")]
    [InlineData(FailureKind.ProviderUnreachable, "DirectA")]
    [InlineData(FailureKind.RateLimited, "Medium")]
    [InlineData(FailureKind.Overloaded, "Medium")]
    [InlineData(FailureKind.Timeout, "Medium")]
    [InlineData(FailureKind.ModelUnavailable, "Medium")]
    [InlineData(FailureKind.RequestTooExpensive, "Medium")]
    [InlineData(FailureKind.ContextLengthExceeded, "DirectA")]
    [InlineData(FailureKind.NotConfigured, "LargeSpare")]
    [InlineData(FailureKind.Unknown, "Medium")]
    public async Task After_a_failure_the_first_remaining_model_is_called(FailureKind kind, string next)
    {
        Script script = new Script().Fails(Shop.Large, kind);
        Assert.Equal(next, await Shop.All.RunAsync(script.Call, new FallbackOptions(), Test));
        Assert.Equal(2, script.Calls.Count);
    }

    [Theory]
    [InlineData(FailureKind.ContentFiltered)]
    [InlineData(FailureKind.InvalidRequest)]
    public async Task A_terminal_failure_ends_the_turn_with_the_original_exception(FailureKind kind)
    {
        var script = new Script();
        script.Does(Shop.Large, ThrowHere);
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(() => Shop.All.RunAsync(script.Call, new FallbackOptions(), Test));
        Assert.Equal([Shop.Large], script.Calls);
        Assert.Contains(nameof(ThrowHere), thrown.StackTrace, StringComparison.Ordinal);

        Task<string> ThrowHere(CancellationToken cancellationToken) => throw new FailedCallException(new Failure(kind));
    }

    [Theory]
    [InlineData(FailureKind.ContentFiltered)]
    [InlineData(FailureKind.InvalidRequest)]
    public async Task FallbackOn_a_refusal_retires_only_the_refusing_model(FailureKind kind)
    {
        Script script = new Script().Fails(Shop.Large, kind);
        FallbackOptions options = new FallbackOptions();
        options.FallbackOn = [kind];
        Assert.Equal("Medium", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task FallbackOn_one_terminal_kind_does_not_include_the_other()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.InvalidRequest);
        FallbackOptions options = new FallbackOptions();
        options.FallbackOn = [FailureKind.ContentFiltered];
        await Assert.ThrowsAsync<FailedCallException>(() => Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_turn_with_the_callers_token()
    {
        using var caller = new CancellationTokenSource();
        var script = new Script();
        script.Does(Shop.Large, token =>
        {
            caller.Cancel();
            token.ThrowIfCancellationRequested();
            return Task.FromResult("");
        });
        OperationCanceledException thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => Shop.All.RunAsync(script.Call, caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal([Shop.Large], script.Calls);
    }

    [Fact]
    public async Task A_cancellation_has_the_callers_token_even_if_the_attempt_has_its_own()
    {
        using var caller = new CancellationTokenSource();
        var script = new Script();
        script.Does(Shop.Large, async token =>
        {
            await caller.CancelAsync();
            token.ThrowIfCancellationRequested();
            return "";
        });
        var options = new FallbackOptions { AttemptTimeout = TimeSpan.FromSeconds(5), TimeProvider = new FakeTimeProvider() };
        OperationCanceledException thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => Shop.All.RunAsync(script.Call, options, caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.IsType<OperationCanceledException>(thrown.InnerException);
    }

    [Fact]
    public async Task A_call_that_fails_after_the_callers_cancellation_is_a_cancellation_and_no_other_model_is_called()
    {
        using var caller = new CancellationTokenSource();
        var script = new Script();
        script.Does(Shop.Large, _ =>
        {
            caller.Cancel();
            throw new FailedCallException(new Failure(FailureKind.CreditExhausted));
        });
        OperationCanceledException thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => Shop.All.RunAsync(script.Call, new FallbackOptions(), caller.Token));
        Assert.IsType<FailedCallException>(thrown.InnerException);
        Assert.Equal([Shop.Large], script.Calls);
    }

    [Fact]
    public async Task A_turn_that_is_cancelled_before_it_starts_calls_no_model()
    {
        var script = new Script();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Shop.All.RunAsync(script.Call, new CancellationToken(canceled: true)));
        Assert.Empty(script.Calls);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_cancelled_and_the_next_is_tried()
    {
        var clock = new FakeTimeProvider();
        var script = new Script();
        script.Does(Shop.Large, token => SilentCall.WaitAsync<string>(token, () => clock.Advance(TimeSpan.FromSeconds(5))));
        var options = new FallbackOptions { AttemptTimeout = TimeSpan.FromSeconds(5), TimeProvider = clock };
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(script.Call, options, Test);
        Assert.Equal("Medium", result.Value);
        Assert.Equal(FailureKind.Timeout, result.Trail.Attempts[0].Failure!.Kind);
        Assert.Equal("the attempt's limit of 5 s", result.Trail.Attempts[0].Failure!.Evidence);
        Assert.Equal(TimeSpan.FromSeconds(5), result.Trail.Attempts[0].Duration);
    }

    [Fact]
    public async Task An_attempt_that_ends_in_time_is_not_affected_by_its_limit()
    {
        var clock = new FakeTimeProvider();
        var script = new Script();
        CancellationToken seen = default;
        script.Does(Shop.Large, token =>
        {
            clock.Advance(TimeSpan.FromSeconds(4.9));
            seen = token;
            return Task.FromResult("in time");
        });
        var options = new FallbackOptions { AttemptTimeout = TimeSpan.FromSeconds(5), TimeProvider = clock };
        Assert.Equal("in time", await Shop.All.RunAsync(script.Call, options, Test));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task A_connection_closed_by_the_time_limit_is_not_a_failure_of_the_provider()
    {
        var clock = new FakeTimeProvider();
        var script = new Script();
        script.Does(Shop.Large, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        });
        FallbackOptions options = new FallbackOptions();
        options.AttemptTimeout = TimeSpan.FromSeconds(5);
        options.TimeProvider = clock;
        Assert.Equal("Medium", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task A_providers_response_is_used_although_the_time_limit_was_reached_too()
    {
        var clock = new FakeTimeProvider();
        var script = new Script();
        script.Does(Shop.Large, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            throw new FailedCallException(new Failure(FailureKind.CreditExhausted));
        });
        FallbackOptions options = new FallbackOptions();
        options.AttemptTimeout = TimeSpan.FromSeconds(5);
        options.TimeProvider = clock;
        Assert.Equal("SmallFree", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task The_turns_time_limit_ends_the_turn_with_models_left()
    {
        var clock = new FakeTimeProvider();
        var script = new Script();
        script.Does(Shop.Large, token => SilentCall.WaitAsync<string>(token, () => clock.Advance(TimeSpan.FromSeconds(5))));
        script.Does(Shop.Medium, token => SilentCall.WaitAsync<string>(token, () => clock.Advance(TimeSpan.FromSeconds(3))));
        var options = new FallbackOptions { AttemptTimeout = TimeSpan.FromSeconds(5), Timeout = TimeSpan.FromSeconds(8), TimeProvider = clock };
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.All.RunAsync(script.Call, options, Test));
        Assert.Equal(SkipReason.Deadline, thrown.Trail.StoppedBy);
        Assert.Equal([Shop.Large, Shop.Medium], script.Calls);
        Assert.Equal("the turn's limit of 8 s", thrown.Trail.Attempts[1].Failure!.Evidence);
        Assert.All(thrown.Trail.Skipped, skipped => Assert.Equal(SkipReason.Deadline, skipped.Reason));
        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
    }

    [Fact]
    public async Task A_turn_whose_time_ends_between_two_attempts_makes_no_other_attempt()
    {
        var clock = new FakeTimeProvider();
        var script = new Script();
        script.Does(Shop.Large, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(8));
            throw new FailedCallException(new Failure(FailureKind.RateLimited));
        });
        FallbackOptions options = new FallbackOptions();
        options.Timeout = TimeSpan.FromSeconds(8);
        options.TimeProvider = clock;
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.All.RunAsync(script.Call, options, Test));
        Assert.Equal(SkipReason.Deadline, thrown.Trail.StoppedBy);
        Assert.Equal(FailureKind.RateLimited, thrown.Trail.Attempts[0].Failure!.Kind);
        Assert.Equal([Shop.Large], script.Calls);
    }

    [Theory]
    [InlineData(8, SkipReason.Deadline)]
    [InlineData(7.999, null)]
    public async Task Time_after_an_attempt_counts_for_the_turn(double seconds, SkipReason? stop)
    {
        var clock = new FakeTimeProvider();
        Script script = new Script().Fails(Shop.DirectA, FailureKind.RateLimited).Fails(Shop.DirectB, FailureKind.RateLimited);

        // The attempt's limit comes first, so no timer runs for the turn's limit. It is checked before the next attempt.
        var options = new FallbackOptions { AttemptTimeout = TimeSpan.FromSeconds(5), Timeout = TimeSpan.FromSeconds(8), TimeProvider = clock };
        options.OnAttempt = _ => clock.Advance(TimeSpan.FromSeconds(seconds));
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Pair.RunAsync(script.Call, options, Test));
        Assert.Equal(stop, thrown.Trail.StoppedBy);
        Assert.Equal(stop is null ? 2 : 1, script.Calls.Count);
    }

    [Theory]
    [InlineData(5.0, null, "the attempt's limit of 5 s")]
    [InlineData(null, 5.0, "the turn's limit of 5 s")]
    [InlineData(5.0, 5.0, "the turn's limit of 5 s")]
    [InlineData(5.0, 5.1, "the attempt's limit of 5 s")]
    [InlineData(5.1, 5.0, "the turn's limit of 5 s")]
    public void An_attempt_ends_at_the_limit_that_comes_first(double? attempt, double? turn, string first)
    {
        var clock = new FakeTimeProvider();
        var walk = new FallbackTurn(Shop.All, new FallbackOptions { AttemptTimeout = ToTime(attempt), Timeout = ToTime(turn), TimeProvider = clock }, Test);
        Assert.True(walk.TryNext(out _));
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(walk.AttemptToken.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(walk.AttemptToken.IsCancellationRequested);
        Failure failure = walk.Failed(new OperationCanceledException()).Failure!;
        Assert.Equal((FailureKind.Timeout, first), (failure.Kind, failure.Evidence));

        static TimeSpan? ToTime(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
    }

    [Fact]
    public void Without_a_limit_an_attempt_has_the_callers_own_token()
    {
        var walk = new FallbackTurn(Shop.All, cancellationToken: Test);
        Assert.True(walk.TryNext(out _));
        Assert.Equal(Test, walk.AttemptToken);
    }

    [Fact]
    public void A_cancellation_is_recognized_by_the_callers_token()
    {
        var caller = new CancellationToken(canceled: true);
        var callers = new OperationCanceledException(caller);
        var another = new OperationCanceledException(new CancellationToken(canceled: false));
        Assert.Same(callers, AttemptFailure.AsCallers(callers, caller));
        Assert.Same(another, AttemptFailure.AsCallers(another, CancellationToken.None));
        OperationCanceledException told = Assert.IsType<OperationCanceledException>(AttemptFailure.AsCallers(another, caller));
        Assert.Equal((caller, another), (told.CancellationToken, told.InnerException));
        Assert.Equal(new OperationCanceledException().Message, told.Message);
        var failed = new FormatException();
        Assert.Same(failed, AttemptFailure.AsCallers(failed, caller).InnerException);
    }

    [Fact]
    public async Task A_turn_makes_at_most_the_configured_number_of_attempts()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.RateLimited).Fails(Shop.Medium, FailureKind.RateLimited);
        FallbackOptions options = new FallbackOptions();
        options.MaxAttempts = 2;
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.All.RunAsync(script.Call, options, Test));
        Assert.Equal([Shop.Large, Shop.Medium], script.Calls);
        Assert.Equal(SkipReason.AttemptLimit, thrown.Trail.StoppedBy);
        Assert.Equal([Shop.SmallFree, Shop.LargeSpare, Shop.DirectA, Shop.DirectB], thrown.Trail.Skipped.Select(skipped => skipped.Model));
        Assert.Contains("after 2 attempts, before every model was tried", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_allowed_attempt_may_succeed()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.RateLimited);
        FallbackOptions options = new FallbackOptions();
        options.MaxAttempts = 2;
        Assert.Equal("Medium", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task A_model_whose_client_cannot_be_created_does_not_count_as_an_attempt()
    {
        var script = new Script();
        script.Does(Shop.Large, _ => throw new ModelNotConfiguredException(Shop.Large));
        var options = new FallbackOptions { MaxAttempts = 1 };
        Assert.Equal("LargeSpare", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task A_turn_that_does_not_reach_a_limit_was_not_stopped()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.Overloaded).Fails(Shop.DirectB, FailureKind.Overloaded);
        FallbackOptions options = new FallbackOptions();
        options.MaxAttempts = 2;
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Pair.RunAsync(script.Call, options, Test));
        Assert.Null(thrown.Trail.StoppedBy);
    }

    [Fact]
    public async Task Models_that_lack_what_the_request_needs_are_not_called()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.RateLimited);
        FallbackOptions options = new FallbackOptions();
        options.Required = ModelCapabilities.Vision;
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(script.Call, options, Test);
        Assert.Equal("LargeSpare", result.Value);
        Assert.Equal([Shop.Medium, Shop.SmallFree], result.Trail.Skipped.Select(skipped => skipped.Model));
        Assert.All(result.Trail.Skipped, skipped => Assert.Equal((SkipReason.Capability, ModelCapabilities.Vision), (skipped.Reason, skipped.Lacks)));
    }

    [Fact]
    public async Task A_chain_without_a_model_that_has_the_required_capability_says_so()
    {
        var script = new Script();
        FallbackChain chain = Shop.Catalog.CreateChain("Medium", "SmallFree");
        var options = new FallbackOptions { Required = ModelCapabilities.Vision };
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => chain.RunAsync(script.Call, options, Test));
        Assert.Empty(script.Calls);
        Assert.Null(thrown.InnerException);
        Assert.Contains("no model has what the request needs (Vision)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnAttempt_is_called_for_every_attempt_including_the_successful_one()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.RateLimited);
        var seen = new List<FallbackAttempt>();
        FallbackOptions options = new FallbackOptions();
        options.OnAttempt = seen.Add;
        await Shop.All.RunAsync(script.Call, options, Test);
        Assert.Equal([(1, Shop.Large, false), (2, Shop.Medium, true)], seen.Select(attempt => (attempt.Number, attempt.Model, attempt.Answered)));
        seen.Clear();
        await Shop.Pair.RunAsync(script.Call, options, Test);
        Assert.Equal([(1, Shop.DirectA, true)], seen.Select(attempt => (attempt.Number, attempt.Model, attempt.Answered)));
    }

    [Fact]
    public async Task OnAttempt_is_also_called_for_a_terminal_failure()
    {
        Script script = new Script().Fails(Shop.Large, FailureKind.ContentFiltered);
        var seen = new List<FallbackAttempt>();
        FallbackOptions options = new FallbackOptions();
        options.OnAttempt = seen.Add;
        await Assert.ThrowsAsync<FailedCallException>(() => Shop.All.RunAsync(script.Call, options, Test));
        Assert.Equal(FailureKind.ContentFiltered, Assert.Single(seen).Failure!.Kind);
    }

    [Fact]
    public async Task An_exhausted_inner_chain_retires_one_model()
    {
        Script inner = new Script().Fails(Shop.DirectA, FailureKind.CreditExhausted);
        var outer = new Script();
        outer.Does(Shop.Large, token => Shop.Pair.RunAsync(inner.Call, new FallbackOptions(), token));
        Assert.Equal("Medium", await Shop.All.RunAsync(outer.Call, new FallbackOptions(), Test));
    }

    [Fact]
    public async Task The_callers_classifier_can_classify_unknown_exceptions()
    {
        Script script = new Script().Does(Shop.Large, _ => throw new NotSupportedException("out of tokens, friend"));
        var options = new FallbackOptions
        {
            Classify = (exception, token) => exception is NotSupportedException && token == Test ? new Failure(FailureKind.AuthenticationFailed) : null,
        };
        Assert.Equal("LargeSpare", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task Exceptions_that_the_callers_classifier_skips_are_classified_normally()
    {
        Script script = new Script().Does(Shop.Large, _ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        var options = new FallbackOptions { Classify = (_, _) => null };
        Assert.Equal("DirectA", await Shop.All.RunAsync(script.Call, options, Test));
    }

    [Fact]
    public async Task Turns_of_one_chain_are_independent()
    {
        var gate = new TaskCompletionSource<string>();
        Script first = new Script().Does(Shop.Large, _ => gate.Task);
        Script second = new Script().Fails(Shop.Large, FailureKind.AuthenticationFailed);
        FallbackOptions options = new FallbackOptions();
        Task<string> slow = Shop.All.RunAsync(first.Call, options, Test);
        Assert.Equal("LargeSpare", await Shop.All.RunAsync(second.Call, options, Test));
        gate.SetResult("slow");
        Assert.Equal("slow", await slow);
    }

    [Fact]
    public void Invalid_options_are_rejected()
    {
        var options = new FallbackOptions();
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxAttempts = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Timeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.AttemptTimeout = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.AttemptTimeout = TimeSpan.FromDays(25));
        Assert.Throws<ArgumentNullException>(() => options.TimeProvider = null!);
        Assert.Throws<ArgumentNullException>(() => options.FallbackOn = null!);
        RefusesToFallBackOn("A turn cannot fall back after its caller has cancelled it. Remove this kind from the set.", FailureKind.Cancelled);
        RefusesToFallBackOn("RateLimited never ends a turn: the chain always falls back on it. Remove it from the set.", FailureKind.ContentFiltered, FailureKind.RateLimited);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.FallbackOn = [(FailureKind)99]);
        Assert.Empty(options.FallbackOn);
        Assert.Null(options.MaxAttempts);

        void RefusesToFallBackOn(string why, params FailureKind[] kinds) =>
            Assert.StartsWith(why, Assert.Throws<ArgumentException>(() => options.FallbackOn = kinds).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_options_has_all_properties_and_is_independent()
    {
        var options = new FallbackOptions
        {
            MaxAttempts = 3,
            Timeout = TimeSpan.FromSeconds(8),
            AttemptTimeout = TimeSpan.FromSeconds(5),
            FirstContentTimeout = TimeSpan.FromSeconds(4),
            IdleTimeout = TimeSpan.FromSeconds(3),
            FallbackOn = [FailureKind.ContentFiltered],
            Required = ModelCapabilities.Tools,
            Classify = (_, _) => null,
            TimeProvider = new FakeTimeProvider(),
            OnAttempt = _ => { },
            FailureReaders = { new AcmeReader() },
            Cooldowns = new FailScope.Cooldowns(),
            Tenant = () => "tenant",
        };
        var copy = new Copy(options);
        var defaults = new FallbackOptions();
        Assert.All(typeof(FallbackOptions).GetProperties(), property => Assert.NotEqual(property.GetValue(defaults), property.GetValue(options)));
        Assert.All(typeof(FallbackOptions).GetProperties(), property => Assert.Equal(property.GetValue(options), property.GetValue(copy)));
        copy.FallbackOn = [];
        copy.FailureReaders.Clear();
        Assert.Equal([FailureKind.ContentFiltered], options.FallbackOn);
        Assert.Single(options.FailureReaders);
        Assert.Throws<ArgumentNullException>(() => new Copy(null!));
    }

    [Fact]
    public async Task Missing_arguments_are_rejected()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Shop.All.RunAsync<string>(null!, Test));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Shop.All.RunAsync(new Script().Call, null!, Test));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Shop.All.RunWithTrailAsync<string>(null!, null, Test));
        Assert.Throws<ArgumentNullException>(() => new ModelNotConfiguredException(null!));
    }

    private sealed class Copy(FallbackOptions other) : FallbackOptions(other);
}
