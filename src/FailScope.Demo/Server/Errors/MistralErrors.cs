namespace FailScope.Demo.Server;

/// <summary>How Mistral says no, https://docs.mistral.ai/api.</summary>
internal static class MistralErrors
{
    internal static ErrorReply InvalidTool { get; } = new(422,
        """{"object":"error","message":"Invalid tool schema: 'date' is required but not described.","type":"invalid_request_error","param":null,"code":null}""");
}
