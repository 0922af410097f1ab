using System.Text.Json;

namespace FailScope.Tests.Failures;

/// <summary>A sentence has the same meaning with any status and any provider code.</summary>
public sealed class WordingTests
{
    private static FailureKind KindOf(int status, string message, string? type) => FailureClassifier.Classify(new ProviderError
    {
        StatusCode = status,
        Body = JsonSerializer.Serialize(new { error = new { message, type } }),
    }).Kind;

    [Theory]
    [InlineData("The API key you provided has been revoked")]
    [InlineData("API key has expired")]
    [InlineData("No API key was provided")]
    [InlineData("Invalid credentials")]
    [InlineData("Your key has been disabled due to suspicious activity")]
    [InlineData("This key was deleted")]
    [InlineData("Virtual key has expired")]
    [InlineData("Your resource has been temporarily blocked because of our content policy.")]
    [InlineData("Your account has been banned for harmful content")]
    [InlineData("Malformed Authorization header")]
    public void A_sentence_about_a_rejected_key_is_recognized(string message) => AssertKind(FailureKind.AuthenticationFailed, message, 400, 401, 403);

    [Theory]
    [InlineData("Your plan does not include access to gpt-x")]
    [InlineData("Upgrade your subscription to use claude-x")]
    [InlineData("The model gpt-x is not enabled for your workspace")]
    [InlineData("Model access has not been granted for this project")]
    [InlineData("You do not have permission to access the model gpt-x")]
    [InlineData("Please complete identity verification to use this model")]
    [InlineData("This model is not supported in your region")]
    [InlineData("You need to accept the license agreement for this model")]
    [InlineData("Model not in allowlist for this key")]
    [InlineData("Your API key is not allowed to call model gpt-x")]
    [InlineData("This model requires tier 3 or above")]
    [InlineData("Provider 'gemini' is not allowed for this virtual key")]
    public void A_sentence_about_one_model_without_access_is_recognized(string message) => AssertKind(FailureKind.ModelUnavailable, message, 400, 401, 403);

    [Theory]
    [InlineData("No credits left")]
    [InlineData("You have run out of credits")]
    [InlineData("Please add funds to your account to continue")]
    [InlineData("Trial expired. Please add a payment method")]
    [InlineData("Prepaid balance exhausted")]
    [InlineData("Your account has unpaid invoices")]
    [InlineData("Account balance is not sufficient")]
    [InlineData("Insufficient quota, please purchase a package")]
    public void A_sentence_about_exhausted_credit_is_recognized(string message) => AssertKind(FailureKind.CreditExhausted, message, 400, 401, 402, 403, 429);

    [Theory]
    [InlineData("Weekly quota exhausted, resets on Monday")]
    [InlineData("You've used up your plan's monthly requests")]
    [InlineData("5-hour usage limit reached")]
    [InlineData("You have reached your daily usage limit")]
    public void A_sentence_about_the_usage_window_of_a_plan_is_recognized(string message) => AssertKind(FailureKind.UsageLimitReached, message, 400, 401, 403, 429);

    [Theory]
    [InlineData("Free tier limit reached for today")]
    [InlineData("Free daily allowance used up")]
    [InlineData("You have reached the limit of the free model quota")]
    public void A_sentence_about_an_exhausted_free_quota_is_recognized(string message) => AssertKind(FailureKind.FreeQuotaExhausted, message, 400, 401, 403, 429);

    [Theory]
    [InlineData("Service is not available in your country")]
    [InlineData("Access from your region is restricted")]
    [InlineData("Traffic is not from an approved private endpoint.")]
    public void A_sentence_about_an_unsupported_region_is_recognized(string message) => AssertKind(FailureKind.ProviderUnreachable, message, 400, 403);

    [Theory]
    [InlineData("Your prompt has 210000 tokens, which exceeds the model's limit of 200000 tokens")]
    [InlineData("Input tokens exceed the maximum allowed")]
    [InlineData("tokens in request more than max tokens allowed")]
    [InlineData("The input is longer than the model's maximum")]
    public void A_sentence_about_a_too_long_prompt_is_recognized(string message) => AssertKind(FailureKind.ContextLengthExceeded, message, 400, 413, 422);

    [Theory]
    [InlineData("'balance' is a required property")]
    [InlineData("messages: at least one message is required")]
    [InlineData("The thinking budget (52428) is invalid.")]
    [InlineData("tools[0].function.name does not match pattern")]
    [InlineData("Unexpected role 'user' after 'user'")]
    [InlineData("The key 'messages' is missing from the body")]
    [InlineData("Invalid value: 'plan' is not one of the enumerated values")]
    public void A_sentence_about_an_invalid_request_is_recognized(string message) => AssertKind(FailureKind.InvalidRequest, message, 400, 422);

    private static void AssertKind(FailureKind kind, string message, params int[] statuses)
    {
        foreach (int status in statuses)
        {
            Assert.Equal((status, kind), (status, KindOf(status, message, type: null)));
            Assert.Equal((status, kind), (status, KindOf(status, message, type: "invalid_request_error")));
        }
    }
}
