namespace FailScope.Demo.Server;

/// <summary>How OpenAI says no, https://platform.openai.com/docs/guides/error-codes.</summary>
internal static class OpenAIErrors
{
    /// <summary>An empty wallet under the status of a rate limit, with a header that invites to try again.</summary>
    internal static ErrorReply InsufficientQuota { get; } = new(429,
        """{"error":{"message":"The current quota is exceeded; see the plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""")
    {
        Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
    };

    internal static ErrorReply FlaggedPrompt { get; } = new(400,
        """{"error":{"message":"This prompt was flagged under the usage policy.","type":"invalid_request_error","param":null,"code":"invalid_prompt"}}""");

    internal static ErrorReply InvalidTool { get; } = new(400,
        """{"error":{"message":"Invalid schema for function 'book_flight': 'date' is required but not described.","type":"invalid_request_error","param":"tools[0].function.parameters","code":"invalid_function_parameters"}}""");
}
