using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>What a caller asks of a chat client.</summary>
internal readonly struct ChatRequest(IEnumerable<ChatMessage> messages, ChatOptions? options) : IClientRequest
{
    internal IEnumerable<ChatMessage> Messages { get; } = messages;

    internal ChatOptions? Options { get; } = options;

    public FallbackState Start(FallbackCore core, out ModelCapabilities required)
    {
        required = core.Options.Required;
        if (core.Matters != ModelCapabilities.None)
        {
            required |= RequestNeeds.Read(core.Matters, Messages, Options);
        }

        FallbackState start = core.Chain.Start(required);
        return Options?.ConversationId is { } conversationId ? ConversationIds.Restrict(start, conversationId) : start;
    }
}
