using OllamaSharp.Models.Exceptions;

namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>Behavior that is specific to OllamaSharp.</summary>
public sealed class OllamaFailureTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private static async Task<(Exception Exception, Failure Failure)> FailAsync(Reply reply)
    {
        await using var server = new LoopbackServer(reply);
        Exception exception = await Sdk.Ollama.FailAsync(new SdkSetup(server.Address), Test);
        return (exception, FailureClassifier.Classify(exception, Test));
    }

    [Fact]
    public async Task A_model_without_tool_support_is_unavailable()
    {
        (Exception exception, Failure failure) = await FailAsync(Reply.Answer(400, """{"error":"registry.ollama.ai/library/m does not support tools"}"""));
        Assert.IsType<ModelDoesNotSupportToolsException>(exception);
        Assert.Equal(FailureKind.ModelUnavailable, failure.Kind);
    }

    [Fact]
    public async Task Another_400_is_an_invalid_request()
    {
        (Exception exception, Failure failure) = await FailAsync(Reply.Answer(400, """{"error":"messages must alternate"}"""));
        Assert.IsType<OllamaException>(exception, exactMatch: false);
        Assert.Equal(FailureKind.InvalidRequest, failure.Kind);
        Assert.Equal(400, failure.StatusCode);
    }

    [Fact]
    public async Task A_model_that_fails_in_the_middle_of_a_response_retires_only_itself()
    {
        const string Lines = "{\"model\":\"m\",\"created_at\":\"2026-08-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"a\"},\"done\":false}\n{\"error\":\"an error was encountered while running the model\"}\n";
        (Exception exception, Failure failure) = await FailAsync(Reply.Answer(200, Lines, "application/x-ndjson"));
        Assert.IsType<InvalidOperationException>(exception);
        Assert.Equal(FailureKind.Overloaded, failure.Kind);
    }
}
