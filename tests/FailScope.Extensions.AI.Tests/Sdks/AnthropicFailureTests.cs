using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>Behavior that is specific to Anthropic's SDK.</summary>
public sealed class AnthropicFailureTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "invalid_request_error", "Your credit balance is too low to access the API.", null, FailureKind.CreditExhausted)]
    [InlineData(400, "invalid_request_error", "prompt is too long: 215000 tokens > 200000 maximum", null, FailureKind.ContextLengthExceeded)]
    [InlineData(402, "billing_error", "Linked organization", "linked_organization_spend_limit_reached", FailureKind.CreditExhausted)]
    [InlineData(403, "permission_error", "Your API key does not have permission to use the specified resource.", null, FailureKind.AuthenticationFailed)]
    [InlineData(404, "not_found_error", "model: m", null, FailureKind.ModelUnavailable)]
    [InlineData(429, "rate_limit_error", "Contract", "contract_spend_limit_reached", FailureKind.CreditExhausted)]
    [InlineData(429, "rate_limit_error", "Slow down", null, FailureKind.RateLimited)]
    [InlineData(500, "api_error", "Internal server error", null, FailureKind.Overloaded)]
    [InlineData(504, "timeout_error", "Request timed out", null, FailureKind.Timeout)]
    public async Task A_response_is_read_from_the_body_in_the_exception(int status, string type, string message, string? errorCode, FailureKind kind)
    {
        string details = errorCode is null ? "null" : $$"""{"error_code":"{{errorCode}}"}""";
        await using var server = new LoopbackServer(Reply.Answer(status, $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}","details":{{{details}}}}}"""));
        Exception exception = await Sdk.Anthropic.FailAsync(new SdkSetup(server.Address), Test);
        Assert.IsType<AnthropicApiException>(exception, exactMatch: false);
        Failure failure = FailureClassifier.Classify(exception, Test);
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal(message, failure.Message);
    }

    [Theory]
    [InlineData("overloaded_error", "Overloaded", null, FailureKind.Overloaded)]
    [InlineData("rate_limit_error", "Contract", "contract_spend_limit_reached", FailureKind.CreditExhausted)]
    public async Task An_error_inside_a_stream_has_no_status_but_is_read(string type, string message, string? errorCode, FailureKind kind)
    {
        string details = errorCode is null ? "null" : $$"""{"error_code":"{{errorCode}}"}""";
        string events =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}}\n\n"
            + $$$"""event: error{{{"\n"}}}data: {"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}","details":{{{details}}}}}{{{"\n\n"}}}""";
        await using var server = new LoopbackServer(Reply.Answer(200, events, "text/event-stream"));
        using var client = new AnthropicClient(new ClientOptions { ApiKey = Sdk.Key, BaseUrl = server.Address.ToString(), MaxRetries = 0 });
        using IChatClient chat = client.AsIChatClient("m", 100);
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => chat.GetStreamingResponseAsync("hi", cancellationToken: Test).ToListAsync(Test).AsTask());
        Assert.IsType<AnthropicSseException>(exception, exactMatch: false);
        Failure failure = FailureClassifier.Classify(exception, Test);
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(errorCode ?? type, failure.Code);
        Assert.Null(failure.StatusCode);
        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task A_connection_error_is_read_from_the_inner_exception()
    {
        Exception exception = await Sdk.Anthropic.FailAsync(new SdkSetup(LoopbackServer.FindClosedAddress()), Test);
        Assert.IsType<AnthropicIOException>(exception);
        Assert.Equal(FailureKind.ProviderUnreachable, FailureClassifier.Classify(exception, Test).Kind);
    }
}
