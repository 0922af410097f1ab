using System.Reflection;
using FailScope.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Tests.Turns;

/// <summary>The rules of a turn, called directly as by an adapter.</summary>
public class TurnTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public void After_a_failure_the_first_remaining_model_is_next()
    {
        var turn = new FallbackTurn(Shop.All, cancellationToken: Test);
        Assert.True(turn.TryNext(out Model? first));
        FallbackAttempt failed = turn.Failed(Failing(FailureKind.AuthenticationFailed));
        Assert.Equal((Shop.Large, FailureKind.AuthenticationFailed, 1), (first, failed.Failure!.Kind, failed.Number));
        Assert.True(turn.TryNext(out Model? second));
        Assert.Equal((Shop.LargeSpare, false), (second, turn.IsFirstChoice));
        Assert.False(turn.IsCommitted);
        turn.Answered();
        Assert.True(turn.IsCommitted);
        Assert.Equal(Shop.LargeSpare, turn.GetTrail().AnsweredBy);
        Assert.False(turn.TryNext(out _));
    }

    [Fact]
    public void TryNext_throws_the_exception_of_a_terminal_failure()
    {
        var turn = new FallbackTurn(Shop.All, cancellationToken: Test);
        Assert.True(turn.TryNext(out _));
        FailedCallException refused = Failing(FailureKind.InvalidRequest);
        turn.Failed(refused);
        Assert.Same(refused, turn.Ending);
        Assert.Same(refused, Assert.Throws<FailedCallException>(() => turn.TryNext(out _)));
    }

    [Fact]
    public void A_response_that_breaks_off_ends_the_turn_and_the_trail_names_its_model()
    {
        var turn = new FallbackTurn(Shop.All, cancellationToken: Test, isStream: true);
        Assert.True(turn.TryNext(out _));
        turn.Commit();
        FailedCallException broken = Failing(FailureKind.Overloaded);
        turn.Failed(broken);
        Assert.Same(broken, turn.Ending);
        Assert.Equal(Shop.Large, turn.GetTrail().AnsweredBy);
    }

    [Fact]
    public void An_attempt_has_one_outcome_and_must_end_before_the_next_begins()
    {
        var turn = new FallbackTurn(Shop.All, cancellationToken: Test);
        Assert.Throws<InvalidOperationException>(() => turn.Answered());
        Assert.Throws<InvalidOperationException>(() => turn.Failed(new FormatException()));
        Assert.True(turn.TryNext(out _));
        Assert.Contains("'Large (lab/large)' has not ended", Assert.Throws<InvalidOperationException>(() => turn.TryNext(out _)).Message, StringComparison.Ordinal);
        turn.Answered();
        Assert.Throws<InvalidOperationException>(() => turn.Answered());
    }

    [Fact]
    public void Requirements_and_exclusions_are_set_before_the_turn_begins()
    {
        var turn = new FallbackTurn(Shop.All, cancellationToken: Test);
        turn.Require(ModelCapabilities.Tools);
        turn.Exclude(Shop.Large, SkipReason.Excluded);
        turn.Exclude(Shop.Large, SkipReason.Conversation);
        Assert.Throws<InvalidOperationException>(() => turn.Require(ModelCapabilities.Vision));
        Assert.Throws<ArgumentException>(() => turn.Exclude(TwoProviders.Catalog.Models[0], SkipReason.Excluded));
        Assert.True(turn.TryNext(out Model? model));
        Assert.Equal(Shop.Medium, model);
        Assert.Throws<InvalidOperationException>(() => turn.Exclude(Shop.DirectA, SkipReason.Excluded));
        turn.Answered();
        Assert.Equal("Large (lab/large): excluded before the first attempt", Assert.Single(turn.GetTrail().Skipped).ToString());
    }

    [Fact]
    public void A_turn_with_every_model_excluded_says_so()
    {
        var turn = new FallbackTurn(Shop.Pair, cancellationToken: Test);
        turn.Exclude(Shop.DirectA, SkipReason.Excluded);
        turn.Exclude(Shop.DirectB, SkipReason.Excluded);
        Assert.False(turn.TryNext(out _));
        Assert.StartsWith("No model of the chain 'Pair' answered: every model was excluded before the first attempt.", turn.Exhausted().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_cannot_be_changed_once_a_turn_has_begun_with_them()
    {
        var options = new FallbackOptions { MaxAttempts = 2, FailureReaders = { new AcmeReader() } };
        await Shop.All.RunAsync((model, _) => Task.FromResult(model.Name), options, Test);
        Assert.All(typeof(FallbackOptions).GetProperties().Where(property => property.CanWrite), property =>
            Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => property.SetValue(options, property.GetValue(options))).InnerException));
        Action[] changesOfReaders =
        [
            () => options.FailureReaders.Add(new AcmeReader()),
            () => options.FailureReaders[0] = new AcmeReader(),
            () => options.FailureReaders.RemoveAt(0),
            () => options.FailureReaders.Clear(),
        ];
        Assert.All(changesOfReaders, change => Assert.Throws<InvalidOperationException>(change));
        Assert.Throws<NotSupportedException>(() => ((IList<FailureKind>)new FallbackOptions { FallbackOn = [FailureKind.ContentFiltered] }.FallbackOn)[0] = FailureKind.InvalidRequest);
    }

    [Fact]
    public void Options_cannot_be_changed_in_the_middle_of_an_attempt()
    {
        var options = new FallbackOptions();
        var turn = new FallbackTurn(Shop.All, options, Test);
        Assert.True(turn.TryNext(out _));
        Assert.Throws<InvalidOperationException>(() => options.MaxAttempts = 1);
        turn.Failed(Failing(FailureKind.RateLimited));
        Assert.True(turn.TryNext(out Model? next));
        Assert.Equal(Shop.Medium, next);
    }

    [Fact]
    public async Task An_exception_from_OnAttempt_after_a_success_does_not_lose_the_response()
    {
        var options = new FallbackOptions { OnAttempt = _ => throw new FormatException() };
        Assert.Equal("Large", await Shop.All.RunAsync((model, _) => Task.FromResult(model.Name), options, Test));
        Assert.Equal(["Large"], await Shop.All.RunStreamAsync((model, _) => Items(model.Name), options: options, cancellationToken: Test).ToListAsync(Test));
    }

    [Fact]
    public async Task An_exception_from_OnAttempt_after_a_broken_stream_does_not_hide_its_failure()
    {
        var options = new FallbackOptions { OnAttempt = _ => throw new FormatException() };
        FailedCallException broken = Failing(FailureKind.Overloaded);
        var turn = new FallbackTurn(Shop.All, options, Test, isStream: true);
        Assert.True(turn.TryNext(out _));
        turn.Commit();
        turn.Failed(broken);
        Assert.Same(broken, turn.Ending);
        Assert.Same(broken, await Assert.ThrowsAsync<FailedCallException>(() => Shop.All.RunStreamAsync((model, _) => Items(model.Name, broken), options: options, cancellationToken: Test).ToListAsync(Test).AsTask()));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task An_exception_from_the_memory_after_a_success_does_not_lose_the_response(bool isProbe, bool isStream)
    {
        var clock = new FakeTimeProvider();
        var kept = new FailScope.Cooldowns(new CooldownOptions { TimeProvider = clock });
        if (isProbe)
        {
            FallbackState state = Shop.Pair.Start(kept);
            Assert.True(kept.TryBegin(ref state, out CooldownAttempt attempt));
            kept.Failed(attempt, new Failure(FailureKind.RateLimited));
            clock.Advance(TimeSpan.FromHours(1));
        }

        var options = new FallbackOptions { Cooldowns = new FailingMemory(kept), TimeProvider = clock };
        string answer = isStream
            ? Assert.Single(await Shop.Pair.RunStreamAsync((model, _) => Items(model.Name), options: options, cancellationToken: Test).ToListAsync(Test))
            : await Shop.Pair.RunAsync((model, _) => Task.FromResult(model.Name), options, Test);
        Assert.Equal("DirectA", answer);
    }

    [Fact]
    public async Task A_classifier_of_the_caller_that_throws_does_not_hide_the_failure()
    {
        var options = new FallbackOptions { Classify = (_, _) => throw new FormatException() };
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(new Script().Fails(Shop.Large, FailureKind.RateLimited).Call, options, Test);
        Assert.Equal(("Medium", FailureKind.RateLimited), (result.Value, result.Trail.Attempts[0].Failure!.Kind));
    }

    [Fact]
    public async Task The_state_is_passed_to_the_call()
    {
        string answer = await Shop.All.RunAsync("state", static (state, model, _) => Task.FromResult($"{state} {model.Name}"), cancellationToken: Test);
        Assert.Equal("state Large", answer);
    }

    private static FailedCallException Failing(FailureKind kind) => new(new Failure(kind));

    private static async IAsyncEnumerable<string> Items(string item, Exception? failure = null)
    {
        yield return item;
        await Task.Yield();
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>A memory that throws when it records a success.</summary>
    private sealed class FailingMemory(ICooldowns memory) : ICooldowns
    {
        public FallbackState RemoveCooling(FallbackState state, string? tenant = null) => memory.RemoveCooling(state, tenant);

        public bool TryBegin(ref FallbackState state, out CooldownAttempt attempt, string? tenant = null) => memory.TryBegin(ref state, out attempt, tenant);

        public void Answered(in CooldownAttempt attempt) => throw new FormatException();

        public void Failed(in CooldownAttempt attempt, Failure failure) => memory.Failed(attempt, failure);

        public bool Reset(IScopeKey scope, string? tenant = null) => memory.Reset(scope, tenant);

        public bool ResetForAllTenants(IScopeKey scope) => memory.ResetForAllTenants(scope);

        public bool ObserveKey(Credential credential, string key, string? tenant = null) => memory.ObserveKey(credential, key, tenant);

        public IReadOnlyList<CooldownEntry> GetEntries() => memory.GetEntries();

        public IReadOnlyList<CooldownEntry> GetEntries(FallbackChain chain, string? tenant = null) => memory.GetEntries(chain, tenant);
    }
}
