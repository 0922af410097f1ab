using System.Globalization;

namespace FailScope.Demo.Server;

/// <summary>How OpenRouter says no, https://openrouter.ai/docs/api-reference/errors.</summary>
internal static class OpenRouterErrors
{
    internal static ErrorReply OutOfCredit { get; } = new(402,
        """{"error":{"code":402,"message":"Insufficient credits. Top up the account to go on.","metadata":{"limit_source":"openrouter_credits"}}}""");

    /// <summary>The balance is below zero, and even free models are refused.</summary>
    internal static ErrorReply NegativeBalance { get; } = new(402,
        """{"error":{"code":402,"message":"Insufficient credits. The balance is negative, which blocks free models too."}}""");

    internal static ErrorReply CannotAfford { get; } = new(402,
        """{"error":{"code":402,"message":"You asked for up to 32000 tokens, but can only afford 2150. Ask for fewer max_tokens, or top up."}}""");

    internal static ErrorReply KeyLimit { get; } = new(402,
        """{"error":{"code":402,"message":"Key limit exceeded: this key has spent its month.","metadata":{"limit_source":"openrouter_key_limit"}}}""");

    internal static ErrorReply DeadKey { get; } = new(401,
        """{"error":{"code":401,"message":"No auth credentials found"}}""");

    internal static ErrorReply Flagged { get; } = new(403,
        """{"error":{"code":403,"message":"The input was flagged by moderation.","metadata":{"reasons":["violence"],"flagged_input":"...","provider_name":"Anthropic"}}}""");

    /// <summary>The allowance of free requests, reset at midnight UTC.</summary>
    internal static ErrorReply FreeModelsPerDay()
    {
        DateTimeOffset midnight = new(DateTime.UtcNow.Date.AddDays(1), TimeSpan.Zero);
        string reset = midnight.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new ErrorReply(429,
            $$$"""{"error":{"code":429,"message":"Rate limit exceeded: free-models-per-day. Credit unlocks more of them.","metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"{{{reset}}}"} } } }""")
        {
            Headers = new Dictionary<string, string>
            {
                ["X-RateLimit-Limit"] = "50",
                ["X-RateLimit-Remaining"] = "0",
                ["X-RateLimit-Reset"] = reset,
            },
        };
    }

    /// <summary>An event inside a stream whose status was 200.</summary>
    internal static StreamPart OverloadedEvent { get; } = StreamPart.Raw(
        """{"error":{"code":503,"message":"The upstream provider is temporarily overloaded.","metadata":{"error_type":"provider_overloaded"}}}""");
}
