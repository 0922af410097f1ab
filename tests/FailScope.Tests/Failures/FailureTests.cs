namespace FailScope.Tests.Failures;

public sealed class FailureTests
{
    [Fact]
    public void ToString_shows_kind_evidence_and_message()
    {
        Assert.Equal("Timeout", new Failure(FailureKind.Timeout).ToString());
        Assert.Equal("Timeout: too slow", new Failure(FailureKind.Timeout) { Message = "too slow" }.ToString());
        Assert.Equal("Timeout (status 504)", new Failure(FailureKind.Timeout) { Evidence = "status 504" }.ToString());
        Assert.Equal("Timeout (status 504): too slow", new Failure(FailureKind.Timeout) { Evidence = "status 504", Message = "too slow" }.ToString());
    }

    [Fact]
    public void Kinds_that_someone_has_to_pay_for_are_billing()
    {
        FailureKind[] billing = [.. Enum.GetValues<FailureKind>().Where(kind => new Failure(kind).IsBilling)];
        Assert.Equal([FailureKind.CreditExhausted, FailureKind.KeyBudgetExhausted, FailureKind.RequestTooExpensive], billing.Order());
    }

    [Fact]
    public void An_undefined_kind_is_rejected()
    {
        foreach (int kind in (int[])[-1, Enum.GetValues<FailureKind>().Length, 99])
        {
            ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Failure((FailureKind)kind));
            Assert.Contains($"{kind} is not a FailureKind.", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"error":{"type":"invalid_request_error","code":"context_length_exceeded"}}""", "context_length_exceeded")]
    [InlineData("""{"error":{"type":"something_new","code":"something_else"}}""", "something_new")]
    [InlineData("""{"error":{"message":"rate limit"}}""", null)]
    public void The_code_is_the_deciding_one_or_the_first_one(string body, string? code) =>
        Assert.Equal(code, FailureClassifier.Classify(new ProviderError { Body = body }).Code);

    [Theory]
    [InlineData("can only afford 27342", FailureKind.RequestTooExpensive, "status 402 with 27342 left")]
    [InlineData("This needs more credits: you can only afford 27,342 tokens", FailureKind.RequestTooExpensive, "status 402 with 27342 left")]
    [InlineData("The wallet does not cover this. Use fewer output tokens.", FailureKind.RequestTooExpensive, "status 402 with the advice \"fewer … output tokens\"")]
    [InlineData("can only afford 0 of 500", FailureKind.CreditExhausted, "status 402")]
    [InlineData("can only afford none", FailureKind.CreditExhausted, "status 402")]
    public void The_evidence_of_a_too_low_balance_contains_its_number(string message, FailureKind kind, string evidence)
    {
        Failure failure = FailureClassifier.Classify(new ProviderError { StatusCode = 402, Message = message });
        Assert.Equal((kind, evidence), (failure.Kind, failure.Evidence));
    }

    [Fact]
    public void A_long_text_keeps_its_beginning()
    {
        string text = string.Concat(Enumerable.Repeat("word ", 810));
        Assert.Equal(text[..499] + "…", FailureClassifier.Classify(new ProviderError { Message = text }).Message);
    }

    [Fact]
    public void The_parts_of_an_HTTP_response_are_copied_unchanged()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests);
        response.Headers.Add("Retry-After", "12");
        response.Headers.Add("X-Limit", ["one", "two"]);
        ProviderError error = ProviderError.From(response, """{"error":{"code":"rate_limit_exceeded"}}""");
        Assert.Equal(
            [new("Retry-After", "12"), new("X-Limit", "one"), new KeyValuePair<string, string>("X-Limit", "two")],
            error.Headers!);
        Failure failure = FailureClassifier.Classify(error);
        Assert.Equal((FailureKind.RateLimited, 429, TimeSpan.FromSeconds(12)), (failure.Kind, failure.StatusCode, failure.RetryAfter));
        Assert.Null(ProviderError.From(response, body: null).Body);
        Assert.Throws<ArgumentNullException>("response", () => ProviderError.From(null!, ""));
    }
}
