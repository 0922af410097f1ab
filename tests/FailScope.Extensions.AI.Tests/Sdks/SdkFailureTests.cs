namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>What the SDKs really throw for real responses, and how the classifier reads it.</summary>
public sealed class SdkFailureTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Sdk.All.Select(sdk => sdk.Name)];

    private static Sdk Find(string name) => Sdk.All.Single(sdk => sdk.Name == name);

    private static async Task<Failure> FailAsync(string sdk, SdkSetup setup) =>
        FailureClassifier.Classify(await Find(sdk).FailAsync(setup, Test), Test);

    private static async Task<Failure> FailAsync(string sdk, Reply reply, TimeSpan? timeout = null)
    {
        await using var server = new LoopbackServer(reply);
        return await FailAsync(sdk, new SdkSetup(server.Address, Timeout: timeout));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refused_connection_is_an_unreachable_provider(string sdk) =>
        Assert.Equal(FailureKind.ProviderUnreachable, (await FailAsync(sdk, new SdkSetup(LoopbackServer.FindClosedAddress()))).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reset_connection_retires_only_the_model(string sdk) =>
        Assert.Equal(FailureKind.Overloaded, (await FailAsync(sdk, Reply.Reset)).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_response_that_breaks_off_retires_only_the_model(string sdk) =>
        Assert.Equal(FailureKind.Overloaded, (await FailAsync(sdk, Reply.CutOff("{\"choices\":["))).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_failed_tls_handshake_is_an_unreachable_provider_not_a_rejected_key(string sdk)
    {
        // A server without TLS.
        await using var server = new LoopbackServer(Reply.Answer(200, "{}"));
        Failure failure = await FailAsync(sdk, new SdkSetup(new UriBuilder(server.Address) { Scheme = "https" }.Uri));
        Assert.Equal(FailureKind.ProviderUnreachable, failure.Kind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_does_not_resolve_is_an_unreachable_provider(string sdk) =>
        Assert.Equal(FailureKind.ProviderUnreachable, (await FailAsync(sdk, new SdkSetup(new Uri("http://no-such-host.invalid/")))).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_provider_that_does_not_respond_in_time_is_a_timeout(string sdk) =>
        Assert.Equal(FailureKind.Timeout, (await FailAsync(sdk, Reply.Silence, TimeSpan.FromMilliseconds(200))).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_that_the_caller_cancels_is_cancelled(string sdk)
    {
        await using var server = new LoopbackServer(Reply.Silence);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Test);
        Task<Exception> failing = Find(sdk).FailAsync(new SdkSetup(server.Address), caller.Token);
        await server.Requested;
        await caller.CancelAsync();
        Exception exception = await failing;
        Assert.Equal(FailureKind.Cancelled, FailureClassifier.Classify(exception, caller.Token).Kind);
        Assert.Equal(FailureKind.Timeout, FailureClassifier.Classify(exception, Test).Kind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_rejected_key_is_an_authentication_failure(string sdk)
    {
        Failure failure = await FailAsync(sdk, Reply.Answer(401, """{"error":{"message":"Invalid API key","code":"invalid_api_key"}}"""));
        Assert.Equal(FailureKind.AuthenticationFailed, failure.Kind);
        Assert.Equal(401, failure.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_missing_model_is_unavailable(string sdk)
    {
        Failure failure = await FailAsync(sdk, Reply.Answer(404, """{"error":{"message":"model 'm' not found","type":"not_found_error"}}"""));
        Assert.Equal(FailureKind.ModelUnavailable, failure.Kind);
        Assert.Equal(404, failure.StatusCode);
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Anthropic")]
    [InlineData("Azure")]
    public async Task The_body_distinguishes_exhausted_credit_from_a_rate_limit(string sdk)
    {
        Failure credit = await FailAsync(sdk, Reply.Answer(429, """{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"""));
        Assert.Equal(FailureKind.CreditExhausted, credit.Kind);
        Assert.Equal("insufficient_quota", credit.Code);
        Failure rate = await FailAsync(sdk, Reply.Answer(429, """{"error":{"message":"Rate limit reached, please try again in 3s."}}"""));
        Assert.Equal(FailureKind.RateLimited, rate.Kind);
        Assert.Equal(TimeSpan.FromSeconds(3), rate.RetryAfter);
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Azure")]
    public async Task The_headers_contain_the_retry_time(string sdk)
    {
        Failure failure = await FailAsync(sdk, Reply.Answer(429, """{"error":{"message":"x"}}""", "application/json", "Retry-After: 17"));
        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(17), failure.RetryAfter);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_HTML_page_of_a_failing_proxy_is_an_overloaded_model(string sdk) =>
        Assert.Equal(FailureKind.Overloaded, (await FailAsync(sdk, Reply.Answer(502, "<html><title>502 Bad Gateway: invalid api key</title></html>", "text/html"))).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_nonstandard_status_is_read(string sdk)
    {
        Failure failure = await FailAsync(sdk, Reply.Answer(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""));
        Assert.Equal(FailureKind.Overloaded, failure.Kind);
        Assert.Equal(529, failure.StatusCode);
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Azure")]
    [InlineData("Anthropic")]
    public async Task The_last_of_the_sdks_own_retries_is_used(string sdk)
    {
        await using var server = new LoopbackServer(Reply.Reset);
        Failure failure = await FailAsync(sdk, new SdkSetup(server.Address, Retries: 2));
        Assert.Equal(FailureKind.Overloaded, failure.Kind);
        Assert.True(server.Requests > 1, $"the SDK tried {server.Requests} times");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_HTML_page_instead_of_a_response_does_not_end_the_turn(string sdk)
    {
        Failure failure = await FailAsync(sdk, Reply.Answer(200, "<html>sign in</html>", "text/html"));
        Assert.False(failure.IsTerminal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_key_in_an_error_message_is_redacted(string sdk)
    {
        string body = $$$"""{"error":{"message":"Incorrect API key provided: {{{Sdk.Key}}}.","code":"invalid_api_key"}}""";
        Failure failure = await FailAsync(sdk, Reply.Answer(401, body));
        Assert.Equal(FailureKind.AuthenticationFailed, failure.Kind);
        Assert.DoesNotContain("xxxx", failure.ToString(), StringComparison.Ordinal);
    }
}
