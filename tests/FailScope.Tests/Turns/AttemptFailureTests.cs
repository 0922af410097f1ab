using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Turns;

/// <summary>What decides why an attempt failed, in order: the caller's token, the time limits, the caller's classifier, our classifier.</summary>
public sealed class AttemptFailureTests
{
    private static readonly Exception Overloaded = new HttpRequestException("overloaded", null, HttpStatusCode.ServiceUnavailable);
    private static readonly Exception GatewayTimeout = new HttpRequestException("too slow", null, HttpStatusCode.GatewayTimeout);

    private readonly FakeTimeProvider _clock = new();
    private readonly FallbackOptions _options = new();

    [Fact]
    public void The_message_is_not_read_if_the_status_alone_decides()
    {
        AttemptFailure.Understand(Overloaded, _options, null, CancellationToken.None, out Failure? failure);
        Assert.Null(failure);
        using AttemptDeadline running = Deadline(isOver: false);
        AttemptFailure.Understand(Overloaded, _options, running, CancellationToken.None, out failure);
        Assert.Null(failure);
    }

    [Fact]
    public void The_callers_cancellation_blames_no_model_whatever_the_call_threw()
    {
        var gaveUp = new CancellationToken(canceled: true);
        using AttemptDeadline deadline = Deadline(isOver: true);
        _options.Classify = (_, _) => throw new InvalidOperationException("asked");
        Assert.Equal((FailureKind.Cancelled, null), UnderstandFor(gaveUp, Overloaded, deadline));
        Assert.Equal((FailureKind.Cancelled, null), UnderstandFor(gaveUp, new OperationCanceledException(), deadline));
        _options.Classify = null;
        Assert.Equal((FailureKind.Cancelled, null), UnderstandFor(gaveUp, Overloaded, null));
    }

    [Fact]
    public void A_time_limit_that_cancelled_the_call_comes_before_the_callers_classifier()
    {
        using AttemptDeadline deadline = Deadline(isOver: true);
        _options.Classify = (_, _) => throw new InvalidOperationException("asked");
        Assert.Equal((FailureKind.Timeout, "the attempt's limit of 5 s"), Understand(new OperationCanceledException(), deadline));
    }

    [Theory]
    [InlineData(FailureKind.Unknown)]
    [InlineData(FailureKind.ProviderUnreachable)]
    [InlineData(FailureKind.Timeout)]
    [InlineData(FailureKind.Cancelled)]
    public void A_failure_that_the_time_limit_may_have_caused_is_a_timeout(FailureKind kind)
    {
        var failed = new FailedCallException(new Failure(kind) { Evidence = "the connection broke" });
        using AttemptDeadline over = Deadline(isOver: true);
        using AttemptDeadline running = Deadline(isOver: false);
        Assert.Equal((FailureKind.Timeout, "the attempt's limit of 5 s"), Understand(failed, over));
        Assert.Equal((kind, "the connection broke"), Understand(failed, running));
        Assert.Equal((kind, "the connection broke"), Understand(failed, null));
    }

    [Fact]
    public void A_connection_closed_by_the_time_limit_is_a_timeout()
    {
        using AttemptDeadline over = Deadline(isOver: true);
        using AttemptDeadline running = Deadline(isOver: false);
        Assert.Equal((FailureKind.Timeout, "the attempt's limit of 5 s"), Understand(new IOException("aborted"), over));
        Assert.Equal((FailureKind.Overloaded, "exception IOException"), Understand(new IOException("aborted"), running));
        Assert.Equal(FailureKind.Overloaded, Understand(Overloaded, over).Kind);
    }

    [Fact]
    public void A_gateway_timeout_after_our_own_limit_is_a_timeout()
    {
        using AttemptDeadline deadline = Deadline(isOver: true);
        Assert.Equal((FailureKind.Timeout, "the attempt's limit of 5 s"), Understand(GatewayTimeout, deadline));
    }

    [Fact]
    public void A_failure_that_no_time_limit_causes_is_kept_although_the_limit_was_reached()
    {
        using AttemptDeadline deadline = Deadline(isOver: true);
        Assert.All(
            Enum.GetValues<FailureKind>().Except([FailureKind.Unknown, FailureKind.ProviderUnreachable, FailureKind.Timeout, FailureKind.Cancelled]),
            kind => Assert.Equal(kind, Understand(new FailedCallException(new Failure(kind)), deadline).Kind));
    }

    [Fact]
    public void The_callers_classifier_is_called_even_if_the_status_alone_decides()
    {
        _options.Classify = (exception, _) => exception == Overloaded ? new Failure(FailureKind.AuthenticationFailed) { Evidence = "house rule" } : null;
        Assert.Equal((FailureKind.AuthenticationFailed, "house rule"), Understand(Overloaded, null));
        Assert.Equal(FailureKind.Timeout, Understand(GatewayTimeout, null).Kind);
    }

    [Fact]
    public void A_missing_client_is_described_without_a_secret()
    {
        string key = "sk-" + new string('x', 40);
        AttemptFailure.Understand(new ModelNotConfiguredException(Shop.Large, $"no client for {key}"), _options, null, CancellationToken.None, out Failure? failure);
        Assert.Equal(FailureKind.NotConfigured, failure!.Kind);
        Assert.StartsWith("no client for ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exhausted_inner_chain_retires_only_the_model()
    {
        Script script = new Script().Fails(Shop.DirectA, FailureKind.CreditExhausted);
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Pair.RunAsync(script.Call, TestContext.Current.CancellationToken));
        Assert.Equal((FailureKind.Unknown, "another chain is exhausted"), Understand(exhausted, null));
    }

    [Fact]
    public void A_reset_time_uses_the_clock_of_the_options()
    {
        _options.TimeProvider = _clock;
        string later = (_clock.GetUtcNow() + TimeSpan.FromSeconds(90)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var limited = new HttpRequestException($"rate limited until {later}", null, HttpStatusCode.TooManyRequests);
        AttemptFailure.Understand(limited, _options, null, CancellationToken.None, out Failure? failure);
        Assert.Equal((FailureKind.RateLimited, TimeSpan.FromSeconds(90)), (failure!.Kind, failure.RetryAfter));
    }

    private (FailureKind Kind, string? Evidence) Understand(Exception exception, AttemptDeadline? deadline) =>
        UnderstandFor(CancellationToken.None, exception, deadline);

    private (FailureKind Kind, string? Evidence) UnderstandFor(CancellationToken caller, Exception exception, AttemptDeadline? deadline)
    {
        FailureKind kind = AttemptFailure.Understand(exception, _options, deadline, caller, out Failure? failure);
        Assert.Equal(kind, failure!.Kind);
        return (kind, failure.Evidence);
    }

    private AttemptDeadline Deadline(bool isOver)
    {
        var deadline = new AttemptDeadline(_clock, CancellationToken.None);
        deadline.Arm(AttemptLimit.Attempt, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        if (isOver)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        return deadline;
    }
}
