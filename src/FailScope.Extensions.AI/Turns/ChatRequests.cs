using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>Prepares the turn of a chat request, whole or as a stream.</summary>
internal static class ChatRequests
{
    /// <summary>Rules out the models that lack what the request needs, and those that do not have its conversation.</summary>
    /// <returns>The messages, in a form that can be read for each model again.</returns>
    internal static IEnumerable<ChatMessage> Prepare(FallbackCore core, ref FallbackTurn turn, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (messages is not (IReadOnlyCollection<ChatMessage> or ICollection<ChatMessage>))
        {
            // A sequence that can be read once would be empty for the second model.
            messages = [.. messages];
        }

        if (core.Matters != ModelCapabilities.None && RequestNeeds.Read(core.Matters, messages, options) is var needs and not ModelCapabilities.None)
        {
            turn.Require(needs);
        }

        if (options?.ConversationId is { } conversationId)
        {
            ConversationIds.Restrict(ref turn, conversationId);
        }

        return messages;
    }
}
