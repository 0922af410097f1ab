using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>Prepares the turn of a chat request, streaming or not.</summary>
internal static class ChatRequests
{
    /// <summary>Excludes the models that lack what the request needs, and those that do not have its conversation.</summary>
    /// <returns>The messages, in a form that can be enumerated again for each model.</returns>
    internal static IEnumerable<ChatMessage> Prepare(FallbackCore core, ref FallbackTurn turn, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (messages is not (IReadOnlyCollection<ChatMessage> or ICollection<ChatMessage>))
        {
            // A sequence that can be enumerated only once would be empty for the second model.
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
