using System.Net;
using CsCheck;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Failures;

/// <summary>The fast path gives the same kind as the complete classification.</summary>
public sealed class StatusOnlyTests
{
    private static readonly string[] Known =
    [
        "", "overloaded", "insufficient credit balance", "try again in a moment", "try again in 7s", "retry after 2026-10-01",
        "{\"error\":{\"code\":\"insufficient_quota\"}}", "Error: { \"code\": \"invalid_api_key\" }", "{ not json", "[\"rate_limit_exceeded\"]",
        "Response status code does not indicate success: 503 (Service Unavailable).",
        "Response status code does not indicate success: 502 (try again in 5s).",
        "Response status code does not indicate success: 402 (Payment Required).",
    ];

    private static readonly Gen<string> Messages = Gen.OneOf(Gen.Int[0, Known.Length - 1].Select(i => Known[i]), Gen.String[0, 60]);

    [Fact]
    public void The_fast_path_gives_the_same_kind_as_the_classifier() =>
        Gen.Select(Gen.Int[300, 1100], Messages).Sample((status, message) =>
        {
            var exception = new HttpRequestException(message, null, (HttpStatusCode)status);
            if (!StatusOnly.TryDecide(exception, out FailureKind kind))
            {
                return;
            }

            Failure whole = FailureClassifier.Classify(exception, TestContext.Current.CancellationToken);
            Failure read = StatusOnly.Read(exception);
            Assert.Equal(whole.Kind, kind);
            Assert.Equal((whole.Kind, whole.StatusCode, whole.Code, whole.Message, whole.Evidence), (read.Kind, read.StatusCode, read.Code, read.Message, read.Evidence));

            // Reading later gives the same result.
            Assert.Null(whole.RetryAfter);
            Assert.Null(whole.ResetsAt);
        });

    [Theory]
    [InlineData(500, "overloaded")]
    [InlineData(503, "overloaded")]
    [InlineData(999, "overloaded")]
    [InlineData(529, "Response status code does not indicate success: 529 (Site is overloaded).")]
    public void A_server_error_with_an_uninformative_message_takes_the_fast_path(int status, string message)
    {
        Assert.True(StatusOnly.TryDecide(new HttpRequestException(message, null, (HttpStatusCode)status), out FailureKind kind));
        Assert.Equal(FailureKind.Overloaded, kind);
    }

    [Theory]
    [InlineData(429, "overloaded")]
    [InlineData(503, "try again in 7s")]
    [InlineData(503, "Error: {\"code\":\"insufficient_quota\"}")]
    [InlineData(503, "Response status code does not indicate success: 503 (try again in 7s).")]
    public void A_message_that_may_contain_evidence_is_read(int status, string message) =>
        Assert.False(StatusOnly.TryDecide(new HttpRequestException(message, null, (HttpStatusCode)status), out _));

    [Fact]
    public void Exceptions_of_other_types_are_read()
    {
        Assert.False(StatusOnly.TryDecide(new Derived(), out _));
        Assert.False(StatusOnly.TryDecide(new HttpRequestException("x", new IOException("y"), HttpStatusCode.ServiceUnavailable), out _));
        Assert.False(StatusOnly.TryDecide(new HttpRequestException("x"), out _));
    }

    [Fact]
    public void A_failure_that_is_read_on_demand_is_read_once()
    {
        var attempt = new FallbackAttempt(null, Shop.Large, TimeSpan.Zero, null, new HttpRequestException("overloaded", null, HttpStatusCode.ServiceUnavailable));
        Assert.False(attempt.Answered);
        Assert.Equal((FailureKind.Overloaded, 503, "overloaded", "status 503"), (attempt.Failure!.Kind, attempt.Failure.StatusCode, attempt.Failure.Message, attempt.Failure.Evidence));
        Assert.Same(attempt.Failure, attempt.Failure);
    }

    private sealed class Derived() : HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable);
}
