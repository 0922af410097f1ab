using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The chat client of one model, and the caller's options adapted to it.</summary>
internal sealed class ChatModelClient(IChatClient client, Model model) : ModelClient(client, model, client.GetService<ChatClientMetadata>()?.DefaultModelId)
{
    internal IChatClient Client { get; } = client;

    /// <summary>The reader for the SDK's own objects; null if the client has none.</summary>
    internal IAnswerReader? Reader { get; } = client.GetService<IAnswerReader>();

    /// <summary>
    /// Creates the options of one attempt. They are a copy, because a client may change its options, and neither the caller nor the
    /// next model must see that. Null if the caller passed none and the client already uses this model by default.
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
