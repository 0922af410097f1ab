namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>Real provider errors, and their kinds.</summary>
internal sealed record ProviderErrors(int Status, string Body, FailureKind Kind)
{
    internal static readonly ProviderErrors[] All =
    [
        new(401, """{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","code":"invalid_api_key"}}""", FailureKind.AuthenticationFailed),
        new(402, """{"error":{"message":"Insufficient credits.","code":402}}""", FailureKind.CreditExhausted),
        new(429, """{"error":{"message":"You exceeded your current quota.","type":"insufficient_quota","code":"insufficient_quota"}}""", FailureKind.CreditExhausted),
        new(429, """{"error":{"message":"Rate limit reached for requests per minute.","type":"requests","code":"rate_limit_exceeded"}}""", FailureKind.RateLimited),
        new(429, """{"error":{"message":"Rate limit exceeded: free-models-per-day.","code":429}}""", FailureKind.FreeQuotaExhausted),
        new(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", FailureKind.Overloaded),
        new(503, """{"error":{"message":"The engine is currently overloaded.","type":"server_error","code":"engine_overloaded"}}""", FailureKind.Overloaded),
        new(404, """{"error":{"message":"The model does not exist.","type":"invalid_request_error","code":"model_not_found"}}""", FailureKind.ModelUnavailable),
        new(400, """{"error":{"message":"Too many tokens.","type":"invalid_request_error","code":"context_length_exceeded"}}""", FailureKind.ContextLengthExceeded),
        new(500, """{"error":{"message":"The server had an error.","type":"server_error","code":"internal_server_error"}}""", FailureKind.Overloaded),
        new(400, """{"error":{"message":"'temperature' must be less than 2.","type":"invalid_request_error","code":"invalid_value"}}""", FailureKind.InvalidRequest),
    ];
}
