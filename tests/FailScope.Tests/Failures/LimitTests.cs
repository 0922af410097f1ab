using System.Text.Json;

namespace FailScope.Tests.Failures;

/// <summary>Which limit was reached: a rate of one model, a usage window or rate of the whole account, or the size of one request.</summary>
public sealed class LimitTests
{
    private static Failure Classify(string message, int status = 429) =>
        FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = $$$"""{"error":{"message":{{{JsonSerializer.Serialize(message)}}},"type":"rate_limit_error"}}""" });

    private static FailureKind KindOf(string message, int status = 429) => Classify(message, status).Kind;

    [Theory]
    [InlineData("You've hit your 5-hour limit")]
    [InlineData("Usage limit reached for 5 hour.")]
    [InlineData("You have reached your session usage limit, upgrade for higher limits")]
    [InlineData("The weekly quota of your account is used up")]
    [InlineData("You have exceeded the monthly usage quota.")]
    [InlineData("The requests limit of this plan is reached")]
    [InlineData("Subscription quota exceeded")]
    [InlineData("usage limit exceeded")]
    [InlineData("Usage limit reached, try again in 4h32m")]
    [InlineData("Out of tokens for this billing period")]
    [InlineData("This would exceed your account's rate limit.")]
    [InlineData("Rate limit exceeded for api_key: abc. Limit type: requests")]
    [InlineData("Your account request reached organization max RPM: 3")]
    public void A_usage_window_or_a_rate_of_the_whole_account_is_a_usage_limit(string message) => Assert.Equal(FailureKind.UsageLimitReached, KindOf(message));

    [Theory]
    [InlineData("You have exhausted your daily quota on this model.")]
    [InlineData("Usage limit reached for gemini-3-flash-preview. Access resets at 10:57 PM GMT-3.")]
    [InlineData("Usage limit reached for vendor/model-4.")]
    [InlineData("Rate limit of 50 per 86400s exceeded for UserByModelByDay: the daily limit")]
    [InlineData("Rate limit reached for model x in organization org-1 on tokens per day (TPD): Limit 100000, Used 99000, Requested 2000.")]
    [InlineData("This request would exceed the rate limit for your organization of 40,000 input tokens per minute.")]
    [InlineData("Limited to 1000 API calls / month.")]
    [InlineData("Too many tokens per day, please wait before trying again.")]
    public void A_limit_that_names_a_model_or_no_scope_retires_only_the_model(string message) => Assert.Equal(FailureKind.RateLimited, KindOf(message));

    [Theory]
    [InlineData("Usage limit reached for org-1.")]
    [InlineData("Usage limit reached for user_12-3.")]
    [InlineData("Usage limit reached for all models.")]
    [InlineData("Usage limit reached for 5-hour windows.")]
    [InlineData("Usage limit reached for premium-use.")]
    public void Other_names_are_not_mistaken_for_a_model(string message) => Assert.Equal(FailureKind.UsageLimitReached, KindOf(message));

    [Fact]
    public void A_402_is_about_billing_even_with_the_words_of_a_usage_window() => Assert.Equal(FailureKind.CreditExhausted, KindOf("Subscription quota exhausted", 402));

    [Theory]
    [InlineData(413, "Request too large for model `x` on tokens per minute (TPM): Limit 8000, Requested 12054, please reduce your message size", "limit 8000, requested 12054")]
    [InlineData(429, "Request too large for x on tokens per min (TPM): Limit: 30,000, Requested: 132,819. The input must be reduced", "limit 30000, requested 132819")]
    [InlineData(429, "Rate limit reached for x on tokens per minute (TPM): Limit 6000, Used 0, Requested 14368.", "limit 6000, requested 14368")]
    [InlineData(400, "Request payload size exceeds the limit: 20971520 bytes.", "payload size exceeds")]
    [InlineData(400, "Request body too large", "request body too large")]
    public void A_request_larger_than_a_limit_is_too_large_and_the_evidence_has_the_numbers(int status, string message, string evidence)
    {
        Failure failure = Classify(message, status);
        Assert.Equal((FailureKind.RequestTooLarge, $"phrase \"{evidence}\""), (failure.Kind, failure.Evidence));
    }

    [Theory]
    [InlineData("Rate limit reached on tokens per minute (TPM): Limit 6000, Used 4093, Requested 3531. Please try again in 16s.", FailureKind.RateLimited)]
    [InlineData("Rate limit reached on tokens per minute (TPM): Limit 6000, Used 5000, Requested 6000.", FailureKind.RateLimited)]
    [InlineData("Rate limit on tokens per minute (TPM): Limit many, Requested more.", FailureKind.RateLimited)]
    [InlineData("Rate limit on tokens per minute, as requested", FailureKind.RateLimited)]
    public void A_request_within_the_limit_is_rate_limited(string message, FailureKind kind) => Assert.Equal(kind, KindOf(message));

    [Fact]
    public void A_limit_of_the_model_itself_is_its_context_window() =>
        Assert.Equal(FailureKind.ContextLengthExceeded, KindOf("Your request exceeded model token limit: 131072 (requested: 150000)", 400));

    [Theory]
    [InlineData("This request requires more credits, or fewer max_tokens. You requested up to 32000 tokens, but can only afford 0 given your current in-flight requests.")]
    [InlineData("This request's estimated cost exceeds your in-flight budget")]
    public void Credit_reserved_by_other_requests_is_not_exhausted(string message) => Assert.Equal(FailureKind.RequestTooExpensive, KindOf(message, 402));
}
