using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The chat client of one model, and what it gets to see of the caller's options.</summary>
internal sealed class ChatModelClient(IChatClient client, Model model) : ModelClient(client, model, client.GetService<ChatClientMetadata>()?.DefaultModelId)
{
    internal IChatClient Client { get; } = client;

    /// <summary>What knows the SDK's own objects; null where the client has none.</summary>
    internal IAnswerReader? Reader { get; } = client.GetService<IAnswerReader>();

    /// <summary>
    /// The options of one attempt: a copy, because a client may write into what it is given, and neither the caller nor the
    /// next model must see that. None at all where the caller gives none and the client knows its model without being told.
    /// </summary>
    internal ChatOptions? Adapt(ChatOptions? options, Action<Model, ChatOptions>? configure)
    {
        if (options is null && KnowsItsModel && configure is null)
        {
            return null;
        }

        ChatOptions adapted = options?.Clone() ?? new ChatOptions();
        adapted.ModelId = Model.Id;
        if (adapted.MaxOutputTokens > Model.MaxOutputTokens)
        {
            adapted.MaxOutputTokens = (int)Model.MaxOutputTokens;
        }

        if (adapted.ConversationId is { } marked && ConversationIds.TryRead(marked, out _, out string? id))
        {
            adapted.ConversationId = id;
        }

        configure?.Invoke(Model, adapted);
        return adapted;
    }
}
