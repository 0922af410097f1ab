using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The client of one model, and what it gets to see of the caller's options.</summary>
internal sealed class ModelClient
{
    private readonly Model _model;
    private readonly bool _knowsItsModel;

    internal ModelClient(IChatClient client, Model model)
    {
        Client = client;
        _model = model;
        _knowsItsModel = client.GetService<ChatClientMetadata>()?.DefaultModelId == model.Id;
    }

    internal IChatClient Client { get; }

    /// <summary>
    /// The options of one attempt: a copy, because a client may write into what it is given, and neither the caller nor the
    /// next model must see that. None at all where the caller gives none and the client knows its model without being told.
    /// </summary>
    internal ChatOptions? Adapt(ChatOptions? options, Action<Model, ChatOptions>? configure)
    {
        if (options is null && _knowsItsModel && configure is null)
        {
            return null;
        }

        ChatOptions adapted = options?.Clone() ?? new ChatOptions();
        adapted.ModelId = _model.Id;
        if (adapted.MaxOutputTokens > _model.MaxOutputTokens)
        {
            adapted.MaxOutputTokens = (int)_model.MaxOutputTokens;
        }

        if (adapted.ConversationId is { } marked && ConversationIds.TryRead(marked, out _, out string? id))
        {
            adapted.ConversationId = id;
        }

        configure?.Invoke(_model, adapted);
        return adapted;
    }
}
