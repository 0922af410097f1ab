using System.Net;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Failures;

public sealed class FailureReaderTests
{
    private static readonly CancellationToken Live = TestContext.Current.CancellationToken;
    private static readonly HttpRequestException Overloaded = new("overloaded", null, HttpStatusCode.ServiceUnavailable);

    [Fact]
    public void A_reader_gets_exceptions_at_any_depth()
    {
        Failure failure = FailureClassifier.Classify(new InvalidOperationException("x", new AcmeException(402)), [new AcmeReader()], Live);
        Assert.Equal(FailureKind.CreditExhausted, failure.Kind);
        Assert.Equal(402, failure.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(9), failure.RetryAfter);
    }

    [Fact]
    public void A_reader_is_used_only_in_calls_that_pass_it()
    {
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(new AcmeException(402), [new AcmeReader()], Live).Kind);
        Assert.Equal(FailureKind.Unknown, FailureClassifier.Classify(new AcmeException(402), Live).Kind);
    }

    [Fact]
    public void A_reader_that_throws_or_returns_null_is_ignored()
    {
        IFailureReader[] readers = [new BrokenReader(), new LyingReader(), new AcmeReader()];
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(new AcmeException(402), readers, Live).Kind);
        Assert.Equal(FailureKind.Unknown, FailureClassifier.Classify(new NotSupportedException(), readers, Live).Kind);
    }

    [Fact]
    public void A_reader_that_throws_does_not_hide_what_the_built_in_readers_find()
    {
        IFailureReader[] readers = [new BrokenReader()];
        Failure with = FailureClassifier.Classify(Overloaded, readers, Live);
        Failure without = FailureClassifier.Classify(Overloaded, Live);
        Assert.Equal((without.Kind, without.StatusCode, without.Evidence, without.Message), (with.Kind, with.StatusCode, with.Evidence, with.Message));
        Assert.Equal(FailureKind.Cancelled, FailureClassifier.Classify(new OperationCanceledException(), readers, new CancellationToken(canceled: true)).Kind);
    }

    [Fact]
    public void The_first_reader_that_recognizes_the_exception_is_used_even_before_built_in_ones()
    {
        IFailureReader[] readers = [new SaysReader(404), new SaysReader(401)];
        Assert.Equal(FailureKind.ModelUnavailable, FailureClassifier.Classify(Overloaded, readers, Live).Kind);
    }

    [Fact]
    public async Task A_turn_uses_the_readers_of_its_options()
    {
        Script script = new Script().Does(Shop.Large, _ => throw new AcmeException(401));
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions { FailureReaders = { new AcmeReader() } }, Live);
        Assert.Equal(("LargeSpare", FailureKind.AuthenticationFailed), (result.Value, result.Trail.Attempts[0].Failure!.Kind));

        FallbackResult<string> without = await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions(), Live);
        Assert.Equal(("Medium", FailureKind.Unknown), (without.Value, without.Trail.Attempts[0].Failure!.Kind));
    }

    [Fact]
    public async Task A_turn_uses_its_readers_even_if_a_status_alone_would_decide()
    {
        Script script = new Script().Does(Shop.Large, _ => throw Overloaded);
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions { FailureReaders = { new SaysReader(401) } }, Live);
        Assert.Equal(FailureKind.AuthenticationFailed, result.Trail.Attempts[0].Failure!.Kind);
    }

    [Fact]
    public async Task A_turn_whose_reader_throws_keeps_the_failure_and_its_exception()
    {
        var reader = new BrokenReader();
        Script script = new Script().Does(Shop.Large, _ => throw Overloaded);
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(script.Call, new FallbackOptions { FailureReaders = { reader } }, Live);
        FallbackAttempt attempt = result.Trail.Attempts[0];
        Assert.Equal("Medium", result.Value);
        Assert.Equal(FailureKind.Overloaded, attempt.Failure!.Kind);
        Assert.Same(Overloaded, attempt.Exception);
        Assert.Equal(1, reader.Asked);
    }

    [Fact]
    public async Task The_callers_classification_takes_precedence_over_the_readers()
    {
        var options = new FallbackOptions { Classify = (_, _) => new Failure(FailureKind.RateLimited), FailureReaders = { new SaysReader(401) } };
        FallbackResult<string> result = await Shop.All.RunWithTrailAsync(new Script().Does(Shop.Large, _ => throw Overloaded).Call, options, Live);
        Assert.Equal(FailureKind.RateLimited, result.Trail.Attempts[0].Failure!.Kind);
    }

    [Fact]
    public void A_copy_of_options_has_its_own_list_of_readers()
    {
        var options = new FallbackOptions { FailureReaders = { new AcmeReader() } };
        var copy = new CopiedOptions(options);
        Assert.Equal(options.FailureReaders, copy.FailureReaders);
        copy.FailureReaders.Clear();
        Assert.Single(options.FailureReaders);
    }

    [Fact]
    public void A_null_reader_is_rejected() =>
        Assert.Throws<ArgumentNullException>(() => new FallbackOptions().FailureReaders.Add(null!));

    private sealed class CopiedOptions(FallbackOptions other) : FallbackOptions(other);

    /// <summary>Reports a fixed status for every exception.</summary>
    private sealed class SaysReader(int status) : IFailureReader
    {
        public bool TryRead(Exception exception, out ProviderError error)
        {
            error = new ProviderError { StatusCode = status };
            return true;
        }
    }
}
