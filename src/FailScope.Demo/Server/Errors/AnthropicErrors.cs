namespace FailScope.Demo.Server;

/// <summary>How Anthropic says no, https://docs.claude.com/en/api/errors.</summary>
internal static class AnthropicErrors
{
    /// <summary>A status that no other provider has.</summary>
    internal static ErrorReply Overloaded { get; } = new(529,
        """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""");

    internal static ErrorReply PromptTooLong { get; } = new(400,
        """{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 310522 tokens > 200000 maximum"}}""");
}
