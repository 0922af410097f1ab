namespace FailScope.Demo.Server;

/// <summary>How Groq says no, https://console.groq.com/docs/errors.</summary>
internal static class GroqErrors
{
    internal static ErrorReply RateLimited { get; } = new(429,
        """{"error":{"message":"Rate limit reached for this model on tokens per minute (TPM): Limit 8000, Used 7810, Requested 904. Try again in 6.4s.","type":"tokens","code":"rate_limit_exceeded"}}""")
    {
        Headers = new Dictionary<string, string> { ["Retry-After"] = "7" },
    };

    internal static ErrorReply ContextLength { get; } = new(400,
        """{"error":{"message":"Reduce the length of the messages or of the completion.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""");

    internal static ErrorReply NoImages { get; } = new(400,
        """{"error":{"message":"messages[0].content must be a string: this model takes no images.","type":"invalid_request_error"}}""");

    internal static ErrorReply Decommissioned { get; } = new(400,
        """{"error":{"message":"This model has been decommissioned and is no longer served.","type":"invalid_request_error","code":"model_decommissioned"}}""");
}
