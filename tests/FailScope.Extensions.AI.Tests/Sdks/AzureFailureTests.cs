using Azure;

namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>Behavior that is specific to Azure's SDKs.</summary>
public sealed class AzureFailureTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_0_is_not_a_status()
    {
        await using var server = new LoopbackServer(Reply.Reset);
        Exception exception = await Sdk.Azure.FailAsync(new SdkSetup(server.Address), Test);
        Assert.Equal(0, Assert.IsType<RequestFailedException>(exception).Status);
        Failure failure = FailureClassifier.Classify(exception, Test);
        Assert.Null(failure.StatusCode);
        Assert.Equal(FailureKind.Overloaded, failure.Kind);
    }

    [Fact]
    public async Task Code_body_and_headers_are_read_from_the_raw_response()
    {
        await using var server = new LoopbackServer(Reply.Answer(
            429,
            """{"error":{"code":"RateLimitReached","message":"Rate limit of 50 per 86400s exceeded for UserByModelByDay."}}""",
            "application/json",
            "x-ratelimit-type: UserByModelByDay",
            "retry-after: 5631"));
        Exception exception = await Sdk.Azure.FailAsync(new SdkSetup(server.Address), Test);
        Failure failure = FailureClassifier.Classify(exception, Test);
        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.Equal("RateLimitReached", failure.Code);
        Assert.Equal("Rate limit of 50 per 86400s exceeded for UserByModelByDay.", failure.Message);
        Assert.Equal(TimeSpan.FromSeconds(5_631), failure.RetryAfter);
    }

    [Fact]
    public void Without_a_raw_response_the_exceptions_own_code_and_message_are_used()
    {
        Failure failure = FailureClassifier.Classify(new RequestFailedException(400, "Refused by the policy of the house.", "content_filter", null), Test);
        Assert.Equal((FailureKind.ContentFiltered, 400, "content_filter"), (failure.Kind, failure.StatusCode, failure.Code));
        Assert.Equal("Refused by the policy of the house.", failure.Message);
    }
}
