using System.ClientModel;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>Behavior that is specific to OpenAI's SDK with Microsoft.Extensions.AI.</summary>
public sealed class OpenAIFailureTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private static async Task<(Exception Exception, Failure Failure)> FailAsync(Reply reply)
    {
        await using var server = new LoopbackServer(reply);
        Exception exception = await Sdk.OpenAI.FailAsync(new SdkSetup(server.Address), Test);
        return (exception, FailureClassifier.Classify(exception, Test));
    }

    [Fact]
    public async Task A_body_with_an_unusual_format_is_read_from_the_raw_response()
    {
        // From xAI. The SDK's own message is only "Service request failed."
        const string Body = """{"code":"Some resource has been exhausted","error":"Your team has used all available credits."}""";
        (Exception exception, Failure failure) = await FailAsync(Reply.Answer(403, Body));
        Assert.DoesNotContain("credits", Assert.IsType<ClientResultException>(exception).Message, StringComparison.Ordinal);
        Assert.Equal(FailureKind.CreditExhausted, failure.Kind);
        Assert.Equal("Your team has used all available credits.", failure.Message);
    }

    [Fact]
    public async Task Status_0_is_not_a_status()
    {
        (Exception exception, Failure failure) = await FailAsync(Reply.Reset);
        Assert.Equal(0, Assert.IsType<ClientResultException>(exception).Status);
        Assert.Null(failure.StatusCode);
        Assert.Equal(FailureKind.Overloaded, failure.Kind);
    }

    [Fact]
    public async Task An_unknown_finish_reason_retires_only_the_model()
    {
        const string Body = """{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"a"},"finish_reason":"error"}]}""";
        (Exception exception, Failure failure) = await FailAsync(Reply.Answer(200, Body));
        Assert.IsType<ArgumentOutOfRangeException>(exception);
        Assert.Equal(FailureKind.Overloaded, failure.Kind);
    }

    [Theory]
    [InlineData("""{"error":{"code":402,"message":"Insufficient credits"}}""")]
    [InlineData("""{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}""")]
    [InlineData("")]
    public async Task A_response_whose_body_the_sdk_loses_is_unknown_and_does_not_end_the_turn(string body)
    {
        (_, Failure failure) = await FailAsync(Reply.Answer(200, body));
        Assert.Equal(FailureKind.Unknown, failure.Kind);
        Assert.False(failure.IsTerminal);
    }

    [Fact]
    public async Task A_400_without_a_body_is_a_context_length_failure()
    {
        (_, Failure failure) = await FailAsync(Reply.Answer(400, ""));
        Assert.Equal(FailureKind.ContextLengthExceeded, failure.Kind);
    }

    [Fact]
    public async Task Retries_of_the_sdk_are_read_from_the_AggregateException()
    {
        var setup = new SdkSetup(LoopbackServer.FindClosedAddress(), Retries: 3);
        Exception exception = await Sdk.OpenAI.FailAsync(setup, Test);
        Assert.Equal(4, Assert.IsType<AggregateException>(exception).InnerExceptions.Count);
        Assert.Equal(FailureKind.ProviderUnreachable, FailureClassifier.Classify(exception, Test).Kind);
    }

    [Fact]
    public async Task An_sdk_with_retries_calls_an_account_without_credit_repeatedly()
    {
        await using var server = new LoopbackServer(Reply.Answer(429, """{"error":{"code":"insufficient_quota"}}"""));
        Exception exception = await Sdk.OpenAI.FailAsync(new SdkSetup(server.Address, Retries: 3), Test);
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(exception, Test).Kind);
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task A_stream_that_fails_before_it_begins_throws_like_a_call_without_streaming()
    {
        await using var server = new LoopbackServer(Reply.Answer(402, """{"error":{"code":402,"message":"Insufficient credits."}}"""));
        using IChatClient client = Sdk.OpenAIChat(new SdkSetup(server.Address));
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.GetStreamingResponseAsync("hi", cancellationToken: Test).ToListAsync(Test).AsTask());
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(exception, Test).Kind);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_retires_only_the_model()
    {
        const string Chunk = "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";
        await using var server = new LoopbackServer(Reply.CutOff(Chunk, "text/event-stream"));
        using IChatClient client = Sdk.OpenAIChat(new SdkSetup(server.Address));
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.GetStreamingResponseAsync("hi", cancellationToken: Test).ToListAsync(Test).AsTask());
        Assert.Equal(FailureKind.Overloaded, FailureClassifier.Classify(exception, Test).Kind);
    }

    [Fact]
    public async Task The_responses_client_throws_like_the_chat_client()
    {
        await using var server = new LoopbackServer(Reply.Answer(429, """{"error":{"code":"insufficient_quota","message":"x"}}""", "application/json", "Retry-After: 5"));
        using IChatClient client = Sdk.OpenAIResponses(new SdkSetup(server.Address));
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.GetResponseAsync("hi", cancellationToken: Test));
        Failure failure = FailureClassifier.Classify(exception, Test);
        Assert.Equal(FailureKind.CreditExhausted, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(5), failure.RetryAfter);
    }

    [Fact]
    public async Task An_error_content_is_classified_by_its_code_and_message()
    {
        const string Events =
            "event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"r\",\"object\":\"response\",\"created_at\":1,\"status\":\"in_progress\",\"model\":\"m\",\"output\":[]}}\n\n"
            + "event: error\ndata: {\"type\":\"error\",\"sequence_number\":1,\"code\":\"insufficient_quota\",\"message\":\"You exceeded your current quota.\",\"param\":null}\n\n";
        await using var server = new LoopbackServer(Reply.Answer(200, Events, "text/event-stream"));
        using IChatClient client = Sdk.OpenAIResponses(new SdkSetup(server.Address));
        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync("hi", cancellationToken: Test).ToListAsync(Test);
        ErrorContent error = Assert.Single(updates.SelectMany(update => update.Contents).OfType<ErrorContent>());
        Failure failure = FailureClassifier.Classify(new ProviderError { Code = error.ErrorCode, Message = error.Message });
        Assert.Equal(FailureKind.CreditExhausted, failure.Kind);
    }
}
