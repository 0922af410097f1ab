using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Failures;

public sealed class ExceptionTests
{
    private static readonly CancellationToken Live = TestContext.Current.CancellationToken;
    private static readonly CancellationToken Gone = new(canceled: true);

    private static FailureKind KindOf(Exception exception, CancellationToken token) => FailureClassifier.Classify(exception, token).Kind;

    private static string? EvidenceOf(Exception exception, CancellationToken token) => FailureClassifier.Classify(exception, token).Evidence;

    [Fact]
    public void Only_the_callers_token_distinguishes_a_cancellation_from_a_timeout()
    {
        var exception = new TaskCanceledException("The operation was canceled.");
        Assert.Equal(FailureKind.Cancelled, KindOf(exception, Gone));
        Assert.Equal(FailureKind.Timeout, KindOf(exception, Live));
        Assert.Equal(FailureKind.Timeout, KindOf(new OperationCanceledException(Gone), Live));
        Assert.Equal(FailureKind.Cancelled, KindOf(new InvalidOperationException("x", exception), Gone));
    }

    [Fact]
    public void A_connection_closed_by_the_callers_cancellation_is_a_cancellation()
    {
        var aborted = new HttpRequestException(HttpRequestError.ResponseEnded, inner: new SocketException((int)SocketError.OperationAborted));
        Assert.Equal(FailureKind.Cancelled, KindOf(aborted, Gone));
        Assert.Equal(FailureKind.Overloaded, KindOf(aborted, Live));
        Assert.Equal(FailureKind.Cancelled, KindOf(new HttpRequestException(HttpRequestError.ConnectionError), Gone));
    }

    [Fact]
    public void A_response_received_before_the_cancellation_is_classified() =>
        Assert.Equal(FailureKind.CreditExhausted, KindOf(new HttpRequestException("x", null, HttpStatusCode.PaymentRequired), Gone));

    [Fact]
    public void The_inner_exceptions_of_a_timeout_are_ignored()
    {
        var inner = new TaskCanceledException("x", new IOException("x", new SocketException((int)SocketError.OperationAborted)));
        Assert.Equal(FailureKind.Timeout, KindOf(new TaskCanceledException("x", new TimeoutException("x", inner)), Live));
        Assert.Equal(FailureKind.Timeout, KindOf(inner, Live));
        Assert.Equal(FailureKind.Timeout, KindOf(new TimeoutException(), Live));
    }

    [Fact]
    public void A_connect_timeout_is_an_unreachable_provider()
    {
        var exception = new TaskCanceledException("x", new TimeoutException("A connection could not be established within the configured ConnectTimeout."));
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(exception, Live));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    [InlineData(HttpRequestError.VersionNegotiationError)]
    public void A_call_without_a_connection_is_an_unreachable_provider(HttpRequestError error)
    {
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(new HttpRequestException(error), Live));
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(new HttpIOException(error), Live));
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.UserAuthenticationError)]
    [InlineData(HttpRequestError.ExtendedConnectNotSupported)]
    public void A_response_that_breaks_off_retires_only_the_model(HttpRequestError error)
    {
        Assert.Equal(FailureKind.Overloaded, KindOf(new HttpRequestException(error), Live));
        Assert.Equal(FailureKind.Overloaded, KindOf(new HttpIOException(error), Live));
    }

    [Theory]
    [InlineData(SocketError.ConnectionRefused, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.HostNotFound, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.NoData, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.TryAgain, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.NoRecovery, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.HostUnreachable, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.HostDown, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.NetworkUnreachable, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.NetworkDown, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.AddressNotAvailable, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.AccessDenied, FailureKind.ProviderUnreachable)]
    [InlineData(SocketError.ConnectionReset, FailureKind.Overloaded)]
    [InlineData(SocketError.ConnectionAborted, FailureKind.Overloaded)]
    [InlineData(SocketError.TimedOut, FailureKind.Overloaded)]
    [InlineData(SocketError.Shutdown, FailureKind.Overloaded)]
    public void The_socket_error_shows_whether_a_connection_was_made(SocketError error, FailureKind kind)
    {
        Assert.Equal(kind, KindOf(new SocketException((int)error), Live));
        Assert.Equal(kind, KindOf(new IOException("x", new SocketException((int)error)), Live));
        Assert.Equal(kind, KindOf(new InvalidOperationException("x", new IOException("x", new SocketException((int)error))), Live));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired)]
    [InlineData(HttpStatusCode.BadGateway)]
    public void The_status_of_a_proxy_that_refuses_to_connect_is_not_the_providers(HttpStatusCode status)
    {
        var exception = new HttpRequestException(HttpRequestError.ProxyTunnelError, "x", null, status);
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(exception, Live));
        Assert.False(StatusOnly.TryDecide(exception, out _));
    }

    [Fact]
    public void A_failed_TLS_handshake_is_not_a_rejected_key()
    {
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(new AuthenticationException("The remote certificate is invalid: invalid credentials"), Live));
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(new SocketException((int)SocketError.ConnectionRefused), Live));
        Assert.Equal(FailureKind.Overloaded, KindOf(new IOException("The response ended prematurely."), Live));
    }

    [Fact]
    public void A_status_without_its_body_is_used()
    {
        Failure failure = FailureClassifier.Classify(new HttpRequestException("Response status code does not indicate success: 404 (Not Found).", null, HttpStatusCode.NotFound), Live);
        Assert.Equal(FailureKind.ModelUnavailable, failure.Kind);
        Assert.Equal(404, failure.StatusCode);
        Assert.Equal(FailureKind.InvalidRequest, KindOf(new HttpRequestException("x", null, HttpStatusCode.BadRequest), Live));
    }

    [Fact]
    public void A_body_quoted_in_the_message_is_used()
    {
        Assert.Equal(FailureKind.CreditExhausted, KindOf(new HttpRequestException("""429: {"error":{"code":"insufficient_quota"}}"""), Live));
        Assert.Equal(FailureKind.Overloaded, KindOf(new HttpRequestException("it did not work"), Live));
    }

    [Fact]
    public void A_plain_exception_that_quotes_a_provider_is_used_but_a_program_error_is_not()
    {
#pragma warning disable CA2201 // Some SDKs do throw this type.
        Assert.Equal(FailureKind.Overloaded, KindOf(new Exception("Overloaded"), Live));
        Assert.Equal(FailureKind.Unknown, KindOf(new Exception("something else"), Live));
#pragma warning restore CA2201
        Assert.Equal(FailureKind.Unknown, KindOf(new InvalidOperationException("Invalid API key"), Live));
        Assert.Equal(FailureKind.Unknown, KindOf(new JsonException("insufficient balance"), Live));
        Assert.Equal(FailureKind.Unknown, KindOf(new ArgumentOutOfRangeException("index"), Live));
    }

    [Fact]
    public void A_response_too_large_for_the_clients_settings_is_not_a_provider_failure() =>
        Assert.Equal(FailureKind.Unknown, KindOf(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), Live));

    [Theory]
    [InlineData("error", FailureKind.Overloaded)]
    [InlineData("content_filter", FailureKind.ContentFiltered)]
    [InlineData("something", FailureKind.Unknown)]
    public void An_unknown_finish_reason_of_an_sdk_is_evidence(string value, FailureKind kind) =>
        Assert.Equal(kind, KindOf(new ArgumentOutOfRangeException("value", value, "Unknown ChatFinishReason value."), Live));

    [Fact]
    public void The_evidence_is_named()
    {
        Assert.Equal("the caller's token", EvidenceOf(new TaskCanceledException(), Gone));
        Assert.Equal("the caller's token", EvidenceOf(new HttpRequestException(HttpRequestError.ResponseEnded), Gone));
        Assert.Equal("a cancellation that the caller did not request", EvidenceOf(new TaskCanceledException(), Live));
        Assert.Equal("no client for the model", EvidenceOf(new ModelNotConfiguredException(Shop.Large), Live));
        Assert.Equal("exception ConnectTimeout", EvidenceOf(new TimeoutException("within the configured ConnectTimeout"), Live));
        Assert.Equal("exception TimeoutException", EvidenceOf(new TimeoutException(), Live));
        Assert.Equal("exception ConfigurationLimitExceeded", EvidenceOf(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), Live));
        Assert.Equal("exception NameResolutionError", EvidenceOf(new HttpRequestException(HttpRequestError.NameResolutionError), Live));
        Assert.Equal("exception ResponseEnded", EvidenceOf(new HttpIOException(HttpRequestError.ResponseEnded), Live));
        Assert.Equal("exception ConnectionRefused", EvidenceOf(new SocketException((int)SocketError.ConnectionRefused), Live));
        Assert.Equal("exception TLS", EvidenceOf(new AuthenticationException(), Live));
        Assert.Equal("exception IOException", EvidenceOf(new IOException(), Live));
        Assert.Equal("exception HttpRequestException", EvidenceOf(new HttpRequestException("it did not work"), Live));
        Assert.Equal("exception FormatException", EvidenceOf(new FormatException(), Live));
        Assert.Equal("finish reason content_filter", EvidenceOf(new ArgumentOutOfRangeException("value", "content_filter", "Unknown ChatFinishReason value."), Live));
        Assert.Equal("an incomplete answer", EvidenceOf(new InvalidOperationException("The stream did not yield an item with Done=true."), Live));
        Assert.Equal(FailureKind.Overloaded, KindOf(new InvalidOperationException("The stream did not yield an item with Done=true."), Live));
    }

    [Fact]
    public void A_finish_reason_becomes_the_code_of_the_failure() =>
        Assert.Equal("content_filter", FailureClassifier.Classify(new ArgumentOutOfRangeException("value", "content_filter", "Unknown ChatFinishReason value."), Live).Code);

    [Fact]
    public void An_exception_of_an_sdk_quotes_the_provider_but_one_of_the_framework_does_not()
    {
        Assert.Equal(FailureKind.CreditExhausted, KindOf(new CsCheck.CsCheckException("Insufficient balance"), Live));
        Assert.Equal(FailureKind.Unknown, KindOf(new Chained { Words = "Insufficient balance" }, Live));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(new InvalidOperationException("x", new CsCheck.CsCheckException("Insufficient balance")), Live));
    }

    [Fact]
    public void The_last_response_of_several_retries_is_used()
    {
        var first = new HttpRequestException("x", null, HttpStatusCode.TooManyRequests);
        var second = new HttpRequestException("x", null, HttpStatusCode.PaymentRequired);
        var third = new TaskCanceledException("x", new TimeoutException());
        Assert.Equal(FailureKind.CreditExhausted, KindOf(new AggregateException(first, second, third), Live));
        Assert.Equal(FailureKind.RateLimited, KindOf(new AggregateException(second, first), Live));
        Assert.Equal(FailureKind.Timeout, KindOf(new AggregateException(new HttpRequestException(HttpRequestError.ConnectionError), third), Live));
        Assert.Equal(FailureKind.Unknown, KindOf(new AggregateException(), Live));
    }

    [Fact]
    public void A_FailedCallException_is_not_classified_again()
    {
        var failure = new Failure(FailureKind.KeyBudgetExhausted) { Message = "x" };
        Assert.Same(failure, FailureClassifier.Classify(new AggregateException(new FailedCallException(failure)), Live));
    }

    [Fact]
    public void A_client_that_cannot_be_created_is_NotConfigured() =>
        Assert.Equal(FailureKind.NotConfigured, KindOf(new AggregateException(new ModelNotConfiguredException(Shop.Large)), Live));

    [Fact]
    public void A_cycle_of_inner_exceptions_ends()
    {
        var first = new Chained();
        first.Next = new Chained { Next = first };
        Assert.Equal(FailureKind.Unknown, KindOf(first, Live));
    }

    [Fact]
    public void A_long_chain_of_inner_exceptions_is_followed_to_a_limit()
    {
        Exception exception = new HttpRequestException("x", null, HttpStatusCode.PaymentRequired);
        for (int depth = 0; depth < 30; depth++)
        {
            exception = new InvalidOperationException("x", exception);
        }

        Assert.Equal(FailureKind.CreditExhausted, KindOf(exception, Live));
        for (int depth = 0; depth < 10_000; depth++)
        {
            exception = new InvalidOperationException("x", exception);
        }

        Assert.Equal(FailureKind.Unknown, KindOf(exception, Live));
        Assert.Equal(FailureKind.Unknown, KindOf(new AggregateException(Enumerable.Repeat(new InvalidOperationException(), 10_000)), Live));
    }

    [Fact]
    public void A_secret_in_an_exception_message_is_redacted()
    {
        string key = "sk-proj-" + new string('x', 20) + "A1b2C3d4E5f6G7h8I9j0K1";
        Assert.DoesNotContain(key, FailureClassifier.Classify(new HttpRequestException($"401 for {key}"), Live).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key, FailureClassifier.Classify(new InvalidOperationException($"with {key}"), Live).ToString(), StringComparison.Ordinal);
    }

    private sealed class Chained : Exception
    {
        public Exception? Next { get; set; }

        public string Words { get; init; } = "round and round";

        public override string Message => Words;
    }
}
