using System.Text.Json;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class TurnTests
{
    private readonly CooldownRig _rig = new();
    private readonly Script _script = new();

    [Fact]
    public async Task The_second_turn_does_not_call_an_account_without_credit_again()
    {
        _script.Fails(Shop.Large, FailureKind.CreditExhausted);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal("SmallFree", await RunAsync(Shop.Founding));
        }

        Assert.Equal(1, _script.Calls.Count(model => model == Shop.Large));
        Assert.DoesNotContain(Shop.Medium, _script.Calls);
    }

    [Fact]
    public async Task The_trail_says_which_models_are_excluded_since_when_until_when_and_why()
    {
        _script.Does(Shop.Large, _ => throw new FailedCallException(new Failure(FailureKind.CreditExhausted) { Evidence = "status 402" }));
        await RunAsync(Shop.Founding);
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        FallbackResult<string> result = await Shop.Founding.RunWithTrailAsync(_script.Call, Options(), TestContext.Current.CancellationToken);

        Assert.Equal([Shop.Large, Shop.Medium], result.Trail.Skipped.Select(skipped => skipped.Model));
        SkippedModel medium = result.Trail.Skipped[1];
        Assert.Equal(SkipReason.Cooldown, medium.Reason);
        Assert.Equal(Shop.Main.CreditScope, medium.Scope);
        Assert.Equal(CooldownRig.Noon, medium.Cooldown!.Since);
        Assert.Equal(CooldownRig.Noon.AddMinutes(10), medium.Cooldown.Until);
        Assert.Equal(Shop.Large.ModelScope, medium.Cooldown.ReportedBy);
        Assert.Equal(
            $"Medium (lab/medium): cooling down since 2026-08-01 12:00:00Z, until 2026-08-01 12:10:00Z: CreditExhausted (status 402) of {Shop.Large.ModelScope} under {Shop.Main.CreditScope}",
            medium.ToString());

        JsonElement json = JsonSerializer.SerializeToElement(result.Trail).GetProperty("skipped")[1];
        Assert.Equal("Cooldown", json.GetProperty("reason").GetString());
        Assert.Equal(Shop.Main.CreditScope.Value, json.GetProperty("scope").GetString());
        Assert.Equal("CreditExhausted", json.GetProperty("cause").GetString());
        Assert.Equal(CooldownRig.Noon, json.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(CooldownRig.Noon.AddMinutes(10), json.GetProperty("until").GetDateTimeOffset());
    }

    [Fact]
    public async Task If_the_whole_chain_is_cooling_the_first_to_recover_is_tried()
    {
        Fail(Shop.DirectA, TimeSpan.FromMinutes(5));
        Fail(Shop.DirectB, TimeSpan.FromMinutes(2));
        Assert.Equal("DirectB", await RunAsync(Shop.Pair));
    }

    [Fact]
    public async Task With_FailWhenAllCooling_a_call_fails_at_once_and_says_until_when()
    {
        var rig = new CooldownRig(options => options.FailWhenAllCooling = true);
        rig.Fail(Shop.DirectA, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromMinutes(5) });
        rig.Fail(Shop.DirectB, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromMinutes(2) });
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => RunAsync(Shop.Pair, rig));
        Assert.Empty(_script.Calls);
        Assert.Equal(CooldownRig.Noon.AddMinutes(2), exhausted.RetryAt);
        Assert.StartsWith("No model of the chain 'Pair' answered: every model is rate limited. Every model is cooling down after failures of earlier turns; the first recovers at 2026-08-01 12:02:00Z.", exhausted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_excluded_by_an_empty_account_is_a_billing_failure()
    {
        var rig = new CooldownRig(options => options.Set(FailureKind.CreditExhausted, CooldownPolicy.UntilReset));
        rig.Fail(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => RunAsync(Shop.Pair, rig));
        Assert.True(exhausted.IsBilling);
        Assert.Null(exhausted.RetryAt);
        Assert.StartsWith("No model of the chain 'Pair' answered: billing: every account is out of credit: Team. Every model is cooling down after failures of earlier turns.", exhausted.Message, StringComparison.Ordinal);
        Assert.Contains("until it is reset", exhausted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_turn_says_when_the_first_of_its_models_recovers()
    {
        _script.Does(Shop.DirectA, _ => throw new FailedCallException(new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(40) }));
        _script.Does(Shop.DirectB, _ => throw new FailedCallException(new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(20) }));
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => RunAsync(Shop.Pair));
        Assert.Equal(CooldownRig.Noon.AddSeconds(20), exhausted.RetryAt);
    }

    [Fact]
    public async Task A_model_that_can_be_tried_at_once_has_no_recovery_time()
    {
        _script.Fails(Shop.DirectA, FailureKind.RateLimited).Fails(Shop.DirectB, FailureKind.Unknown);
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => RunAsync(Shop.Pair));
        Assert.Null(exhausted.RetryAt);
    }

    [Fact]
    public async Task Turns_of_two_tenants_do_not_affect_each_other()
    {
        _script.Fails(Shop.Large, FailureKind.CreditExhausted);
        await RunAsync(Shop.Founding, tenant: "red");
        await RunAsync(Shop.Founding, tenant: "blue");
        Assert.Equal(2, _script.Calls.Count(model => model == Shop.Large));
        Assert.Equal(["blue", "red"], _rig.Store.GetEntries().Select(entry => entry.Tenant));
    }

    [Fact]
    public async Task The_time_limit_of_a_turn_is_not_a_failure_of_a_model()
    {
        FallbackOptions options = new() { Cooldowns = _rig.Store, TimeProvider = _rig.Clock, Timeout = TimeSpan.FromSeconds(1) };
        _script.Does(Shop.DirectA, token => SilentCall.WaitAsync<string>(token, () => _rig.Clock.Advance(TimeSpan.FromSeconds(1))));
        for (int i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Pair.RunAsync(_script.Call, options, TestContext.Current.CancellationToken));
        }

        Assert.Empty(_rig.Store.GetEntries());
    }

    [Fact]
    public async Task A_stream_that_fails_after_its_first_content_is_remembered()
    {
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<FailedCallException>(async () =>
            {
                await foreach (string item in Shop.Pair.RunStreamAsync((model, _) => Break(), options: Options(), cancellationToken: TestContext.Current.CancellationToken))
                {
                    Assert.Equal("content", item);
                }
            });
        }

        Assert.Equal(Shop.DirectA.ModelScope, Assert.Single(_rig.Store.GetEntries()).Scope);

        static async IAsyncEnumerable<string> Break()
        {
            yield return "content";
            await Task.Yield();
            throw new FailedCallException(new Failure(FailureKind.Overloaded));
        }
    }

    [Fact]
    public async Task The_first_content_of_a_stream_ends_a_cool_down()
    {
        Fail(Shop.DirectA, TimeSpan.FromMinutes(1));
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await foreach (string item in Shop.Pair.RunStreamAsync((model, _) => Answer(model), options: Options(), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal("DirectA", item);
            Assert.Empty(_rig.Store.GetEntries());
        }

        static async IAsyncEnumerable<string> Answer(Model model)
        {
            await Task.Yield();
            yield return model.Name;
        }
    }

    [Fact]
    public async Task A_cancelled_turn_releases_its_probe()
    {
        Fail(Shop.DirectA, TimeSpan.FromMinutes(1));
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        using var cancelled = new CancellationTokenSource();
        _script.Does(Shop.DirectA, token =>
        {
            cancelled.Cancel();
            throw new OperationCanceledException(token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Shop.Pair.RunAsync(_script.Call, Options(), cancelled.Token));
        Assert.Equal(CooldownState.Due, Assert.Single(_rig.Store.GetEntries()).State);
    }

    [Fact]
    public async Task The_hand_written_loop_remembers_too()
    {
        string answer = await LoopAsync();
        Assert.Equal("SmallFree", answer);
        Assert.Equal("SmallFree", await LoopAsync());
        Assert.Equal([Shop.Large, Shop.SmallFree, Shop.SmallFree], _script.Calls);

        async Task<string> LoopAsync()
        {
            _script.Fails(Shop.Large, FailureKind.CreditExhausted);
            FallbackState state = Shop.Founding.Start(_rig.Store, "red");
            while (_rig.Store.TryBegin(ref state, out CooldownAttempt attempt, "red"))
            {
                try
                {
                    string answer = await _script.Call(attempt.Model, TestContext.Current.CancellationToken);
                    _rig.Store.Answered(attempt);
                    return answer;
                }
                catch (Exception exception)
                {
                    Failure failure = exception is FailedCallException failed ? failed.Failure : FailureClassifier.Classify(exception);
                    _rig.Store.Failed(attempt, failure);
                    state = state.After(failure.Kind);
                }
            }

            throw new InvalidOperationException("nothing left");
        }
    }

    private void Fail(Model model, TimeSpan wait) => _rig.Fail(model, new Failure(FailureKind.RateLimited) { RetryAfter = wait });

    private FallbackOptions Options(CooldownRig? rig = null, string? tenant = null) =>
        new() { Cooldowns = (rig ?? _rig).Store, TimeProvider = (rig ?? _rig).Clock, Tenant = tenant is null ? null : () => tenant };

    private Task<string> RunAsync(FallbackChain chain, CooldownRig? rig = null, string? tenant = null) =>
        chain.RunAsync(_script.Call, Options(rig, tenant), TestContext.Current.CancellationToken);
}
