namespace FailScope.Tests.Failures;

/// <summary>Sentences that consist of a subject and its state.</summary>
internal static class PlainEnglish
{
    private static readonly string[] ModelKinds = [.. Combine(["The model vendor-x-1", "Model vendor/x-1", "The requested model"], [
        "does not exist", "was not found", "could not be found", "is deprecated", "has been deprecated", "has been decommissioned", "has been retired", "is not available",
        "is unavailable for your account", "is not supported", "is disabled", "has been disabled", "is no longer available", "is not enabled for this key",
        "requires a higher plan", "is not allowed for this api key"])];

    // The statuses 401 and 403 suggest a problem of the key, and 429 suggests waiting. The sentence must decide instead.
    internal static PlainSubject[] Subjects { get; } =
    [
        new("money", [FailureKind.CreditExhausted], [400, 401, 402, 403, 404, 429],
        [
            .. Combine(["Your credit balance", "Your credits", "Your account balance", "Your prepaid balance", "The balance of this account", "Account credits"],
                ["is exhausted", "are depleted", "has been used up", "ran out", "has run out", "is too low", "is insufficient", "is not enough", "is not sufficient", "has expired"]),
            .. Combine(["Insufficient", "Not enough", "You are out of", "You have run out of", "You ran out of", "You do not have enough", "You have no remaining", "You have no", "No more"],
                ["credits", "credit", "funds", "account balance", "API credits", "prepaid credits"]),
            "Your balance is zero", "Your balance is negative", "Your account balance is below zero", "Your credits were consumed", "Please top up your account", "Please add credits to your account",
        ]),
        new("payment", [FailureKind.CreditExhausted], [400, 401, 402, 403, 429],
        [
            .. Combine(["Your payment", "Your last payment", "Your invoice", "Your bill"], ["is overdue", "is past due", "has failed", "was declined", "is unpaid"]),
            .. Combine(["Billing", "Your billing account", "Billing for this project"], ["is inactive", "is not active", "is disabled", "is suspended", "has been suspended", "is required", "is not set up"]),
            "Payment required", "A payment is required", "A payment method is required", "Your account is overdue", "Your account is in arrears", "Your account is past due", "You have an unpaid invoice",
        ]),
        new("subscription", [FailureKind.CreditExhausted, FailureKind.ModelUnavailable], [400, 401, 402, 403],
        [
            .. Combine(["Your subscription", "Your plan", "The subscription of this account", "Your free trial", "Your membership"],
                ["has expired", "is expired", "is inactive", "is not active", "was cancelled", "has ended", "is suspended", "has been suspended"]),
            "You have no active subscription", "An active subscription is required", "A paid plan is required", "No active plan", "Subscription required",
        ]),
        new("budget", [FailureKind.CreditExhausted, FailureKind.KeyBudgetExhausted], [400, 401, 402, 403, 429],
        [
            .. Combine(["Your budget", "The monthly budget", "The budget of this key", "The budget for your team"],
                ["is exhausted", "has been exceeded", "was exceeded", "has been reached", "is used up", "is depleted", "is spent", "ran out", "is not enough"]),
            .. Combine(["You are out of", "You have exceeded your", "You have reached your", "Insufficient", "You have used up your"], ["budget", "monthly budget", "spending budget"]),
            "Spending limit reached", "Your spend limit has been exceeded", "You hit your spending cap", "Cost limit exceeded",
        ]),
        new("quota", [FailureKind.CreditExhausted, FailureKind.UsageLimitReached, FailureKind.RateLimited], [400, 401, 402, 403, 429],
        [
            .. Combine(["Your quota", "The token quota", "The quota of this account", "Your allowance"],
                ["is exhausted", "has been exceeded", "is used up", "has been reached", "ran out", "is depleted", "is insufficient", "is zero"]),
            .. Combine(["You are out of", "You have exceeded your", "You have used up your", "Insufficient", "Not enough", "You have no"], ["quota", "token quota"]),
        ]),
        new("billing period", [FailureKind.CreditExhausted, FailureKind.UsageLimitReached], [402, 403, 429],
            [.. Combine(["Out of tokens", "You are out of tokens", "No tokens left", "No requests left", "You have used all your tokens", "You have used up your requests"], ["for this billing period", "for this month", "for this billing cycle", "in your plan"])]),
        new("usage limit", [FailureKind.UsageLimitReached], [400, 401, 403, 429],
        [
            .. Combine(["Usage limit", "Your usage limit", "The usage limit", "Usage quota", "Your usage cap", "Your plan's limit", "Your weekly limit", "The monthly limit", "Daily token limit", "Subscription limit"],
                ["reached", "exceeded", "has been reached", "was exceeded", "is exhausted", "hit", "reached, try again in 4h32m", "reached. Resets at 5pm"]),
            .. Combine(["You have reached your", "You've hit your", "You have exceeded the", "You have used up your"], ["usage limit", "weekly limit", "plan limit", "usage allowance", "daily quota", "monthly quota", "session limit"]),
        ]),
        new("rate", [FailureKind.RateLimited], [400, 403, 429],
        [
            .. Combine(["Rate limit", "Request rate limit", "The rate limit", "Token rate limit", "Concurrency limit", "Requests per minute limit", "Tokens per minute limit", "RPM limit", "TPM limit"],
                ["reached", "exceeded", "has been exceeded", "was hit", "is exhausted"]),
            "Too many requests", "Too many requests, please slow down", "Please slow down", "You are sending requests too fast", "You are sending requests too quickly", "Request was throttled",
            "Requests are being throttled", "Your requests have been throttled", "Too many concurrent requests", "Too many tokens per minute", "You are being rate limited", "The request was rejected due to rate limiting",
        ]),
        new("model", [FailureKind.ModelUnavailable], [400, 401, 403, 404, 422],
        [
            .. ModelKinds,
            .. Combine(["You have no access to", "You do not have access to", "You don't have access to", "Your key has no access to", "You are not allowed to use", "Your account is not authorized to use", "No permission to use"], ["the model vendor-x-1", "this model"]),
            "Unknown model: vendor-x-1", "Invalid model name", "No such model", "Model not found", "Unsupported model", "Not supported model vendor-x-1",
            .. Combine(["vendor-x-1", "'vendor/x-1.5'"], ["is not supported on this API", "is not available", "does not exist", "was not found", "does not support images", "has been retired", "is no longer served"]),
            .. Combine(["Function calling", "Tool use", "Vision", "Streaming", "Image input"], ["is not supported", "is not enabled", "not supported"]),
        ]),
        new("region", [FailureKind.ProviderUnreachable, FailureKind.ModelUnavailable], [400, 401, 403, 451],
        [
            .. Combine(["This service", "Access", "The API", "Our service"], ["is not available in your country", "is not available in your region", "is not supported in your country", "is blocked in your region", "is restricted in your territory"]),
            "Your country is not supported", "Your region is not supported", "Unsupported country", "Unsupported region", "Access from your location is blocked", "Requests from your country are not allowed",
        ]),
        new("key", [FailureKind.AuthenticationFailed], [400, 401, 403, 404],
        [
            .. Combine(["The API key", "Your API key", "API key", "The access token", "Your api_key", "The provided API key"],
                ["is invalid", "is incorrect", "is not valid", "has been revoked", "was revoked", "has expired", "is expired", "is missing", "has been disabled", "is disabled", "is malformed", "was not found", "was not provided", "is wrong", "is inactive", "was rejected"]),
            .. Combine(["Invalid", "Incorrect", "Missing", "Expired", "Revoked", "Malformed", "Wrong", "Disabled", "Unauthorized", "Unknown"], ["API key", "access token", "credentials", "bearer token"]),
            "Your account has been suspended", "This account is disabled", "Your organization has been deactivated", "You must be logged in", "Your account is not active",
            "The user is inactive", "Access terminated", "Your access has been terminated", "You must be a licensed user of this organization",
        ]),
    ];

    private static IEnumerable<string> Combine(string[] beginnings, string[] endings) => from beginning in beginnings from ending in endings select $"{beginning} {ending}";
}
