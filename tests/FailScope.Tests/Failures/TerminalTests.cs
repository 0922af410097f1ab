namespace FailScope.Tests.Failures;

/// <summary>
/// A turn ends early only if the request itself is invalid. Text about a model, credit or a limit never ends it, even
/// if the provider calls it a bad request.
/// </summary>
public sealed class TerminalTests
{
    private static readonly int[] Statuses = [400, 404, 405, 409, 422];

    private static Failure Classify(int status, string body) => FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = body });

    [Fact]
    public void A_sentence_about_anything_but_the_request_never_ends_the_turn_in_any_envelope()
    {
        IReadOnlyList<Envelope> envelopes = Envelope.OfCorpus(exceptOf: [FailureKind.InvalidRequest, FailureKind.ContentFiltered]);
        string[] sentences = [.. Sentences.OnePerPhraseOf(row => !FailureTable.IsTerminal(row.Kind) && row.On is null)];
        Parallel.For(0, sentences.Length, i =>
        {
            for (int j = 0; j < envelopes.Count; j++)
            {
                int status = Statuses[(i + j) % Statuses.Length];
                string body = envelopes[j].With(sentences[i]);
                Failure failure = Classify(status, body);
                Assert.False(failure.IsTerminal, $"{status} {body} is {failure}");
            }
        });
    }

    [Theory]
    [InlineData("The model is not a VLM. Please use text-only prompts.")]
    [InlineData("This is not a chat model and thus not supported here")]
    [InlineData("Function call is not supported for this model.")]
    [InlineData("This model does not support setting a budget of 0.")]
    [InlineData("Model gpt-x has not been priced by the administrator")]
    [InlineData("Project p is not allowed to use Publisher Model m")]
    [InlineData("Model id: q/w, has no provider supported")]
    [InlineData("This endpoint is currently only available for coding agents")]
    [InlineData("模型 gpt-x 的价格尚未由管理员配置")]
    public void A_failure_that_another_model_may_not_have_does_not_end_the_turn(string text) =>
        Assert.Equal(FailureKind.ModelUnavailable, Classify(400, $$$"""{"error":{"message":"{{{text}}}","type":"invalid_request_error"}}""").Kind);

    [Fact]
    public void An_invalid_parameter_named_model_is_about_the_model()
    {
        Failure failure = Classify(400, """{"error":{"message":"Not right.","type":"invalid_request_error","param":"model"}}""");
        Assert.Equal((FailureKind.ModelUnavailable, "parameter model"), (failure.Kind, failure.Evidence));
        Assert.Equal(FailureKind.InvalidRequest, Classify(400, """{"error":{"message":"Not right.","type":"invalid_request_error","param":"messages"}}""").Kind);
        Assert.Equal(FailureKind.RateLimited, Classify(429, """{"error":{"message":"Not now.","param":"model"}}""").Kind);
    }
}
