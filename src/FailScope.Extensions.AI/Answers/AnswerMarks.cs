using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>
/// Records in a response which model it comes from. The object from the inner client is never changed, because the client may keep it
/// and return it again; a response that needs a mark is copied.
/// </summary>
internal static class AnswerMarks
{
    internal static ChatResponse Mark(ChatResponse answer, Model model, FallbackTrail? trail)
    {
        if (trail is null && answer.ConversationId is null && answer.ModelId is not null)
        {
            return answer;
        }

#pragma warning disable MEAI001 // The continuation token is experimental. If it changes, this build fails, but nothing breaks at run time.
        return new ChatResponse(new List<ChatMessage>(answer.Messages))
        {
            ResponseId = answer.ResponseId,
            ConversationId = answer.ConversationId is { } conversationId ? ConversationIds.Mark(model, conversationId) : null,
            ModelId = answer.ModelId ?? model.Id,
            CreatedAt = answer.CreatedAt,
            FinishReason = answer.FinishReason,
            Usage = answer.Usage,
            ContinuationToken = answer.ContinuationToken,
            RawRepresentation = answer.RawRepresentation,
            AdditionalProperties = With(answer.AdditionalProperties, trail),
        };
#pragma warning restore MEAI001
    }

    internal static GeneratedEmbeddings<TEmbedding> Mark<TEmbedding>(GeneratedEmbeddings<TEmbedding> answer, FallbackTrail? trail)
        where TEmbedding : Embedding =>
        trail is null ? answer : new GeneratedEmbeddings<TEmbedding>(answer) { Usage = answer.Usage, AdditionalProperties = With(answer.AdditionalProperties, trail) };

    /// <summary>Marks the first update of a stream. The provider's own model id in later updates takes precedence.</summary>
    internal static ChatResponseUpdate MarkFirst(ChatResponseUpdate update, Model model, FallbackTrail? trail)
    {
        if (trail is null && update.ModelId is not null)
        {
            return update;
        }

        ChatResponseUpdate marked = update.Clone();
        marked.ModelId ??= model.Id;
        marked.AdditionalProperties = With(update.AdditionalProperties, trail);
        return marked;
    }

    /// <summary>Marks an update of a stream.</summary>
    internal static ChatResponseUpdate Mark(ChatResponseUpdate update, Model model)
    {
        if (update.ConversationId is not { } conversationId)
        {
            return update;
        }

        ChatResponseUpdate marked = update.Clone();
        marked.ConversationId = ConversationIds.Mark(model, conversationId);
        return marked;
    }

    private static AdditionalPropertiesDictionary? With(AdditionalPropertiesDictionary? properties, FallbackTrail? trail)
    {
        if (trail is null)
        {
            return properties;
        }

        AdditionalPropertiesDictionary marked = properties?.Clone() ?? [];
        marked[FallbackProperties.Trail] = trail;
        return marked;
    }
}
