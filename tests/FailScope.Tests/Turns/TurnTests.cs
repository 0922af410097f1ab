using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Turns;

/// <summary>The policy of a turn, driven by hand as an adapter does.</summary>
public class TurnTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public void A_failure_leads_to_the_next_model_that_it_leaves()
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
    public void A_failure_that_ends_the_turn_is_thrown_instead_of_a_next_attempt()
    {
        var turn = new FallbackTurn(Shop.All, cancellationToken: Test);
        Assert.True(turn.TryNext(out _));
        FailedCallException refused = Failing(FailureKind.InvalidRequest);
        turn.Failed(refused);
        Assert.Same(refused, turn.Ending);
        Assert.Same(refused, Assert.Throws<FailedCallException>(() => turn.TryNext(out _)));
    }

    [Fact]
    public void An_answer_that_breaks_off_ends_the_turn_and_its_trail_says_who_began_it()
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
    public void An_attempt_has_one_outcome_and_comes_before_the_next()
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
    public void What_a_turn_needs_and_leaves_out_is_decided_before_it_begins()
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
    public void A_turn_from_which_every_model_was_ruled_out_says_so()
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
        Action[] changes =
        [
            () => options.MaxAttempts = 3,
            () => options.Timeout = TimeSpan.FromSeconds(1),
            () => options.AttemptTimeout = null,
            () => options.FirstContentTimeout = null,
            () => options.IdleTimeout = null,
            () => options.FallbackOn = [],
            () => options.Required = ModelCapabilities.Tools,
            () => options.Classify = null,
            () => options.FailureReaders.Add(new AcmeReader()),
            () => options.FailureReaders[0] = new AcmeReader(),
            () => options.FailureReaders.RemoveAt(0),
            () => options.FailureReaders.Clear(),
            () => options.TimeProvider = TimeProvider.System,
            () => options.OnAttempt = null,
        ];
        Assert.All(changes, change => Assert.Throws<InvalidOperationException>(change));
        Assert.Throws<NotSupportedException>(() => ((IList<FailureKind>)new FallbackOptions { FallbackOn = [FailureKind.ContentFiltered] }.FallbackOn)[0] = FailureKind.InvalidRequest);
    }

    [Fact]
    public async Task What_the_observer_throws_at_an_answer_does_not_cost_the_answer()
    {
        var options = new FallbackOptions { OnAttempt = _ => throw new FormatException() };
        Assert.Equal("Large", await Shop.All.RunAsync((model, _) => Task.FromResult(model.Name), options, Test));
    }

    [Fact]
    public async Task A_classifier_of_the_caller_that_throws_does_not_hide_the_failure()
    {
        var options = new FallbackOptions { Classify = (_, _) => throw new FormatException() };
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(new Script().Fails(Shop.Large, FailureKind.RateLimited).Call, options, Test);
        Assert.Equal(("Medium", FailureKind.RateLimited), (result.Value, result.Trail.Attempts[0].Failure!.Kind));
    }

    [Fact]
    public async Task A_state_is_handed_to_the_call()
    {
        string answer = await Shop.All.RunAsync("state", static (state, model, _) => Task.FromResult($"{state} {model.Name}"), cancellationToken: Test);
        Assert.Equal("state Large", answer);
    }

    private static FailedCallException Failing(FailureKind kind) => new(new Failure(kind));
}
