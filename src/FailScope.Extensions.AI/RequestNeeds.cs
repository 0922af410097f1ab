using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>Reads from a request which capabilities a model needs to respond to it.</summary>
internal static class RequestNeeds
{
    private const ModelCapabilities InMessages = ModelCapabilities.Vision | ModelCapabilities.AudioInput | ModelCapabilities.FileInput;

    /// <summary>The capabilities that the request needs, of those that matter.</summary>
    /// <param name="matters">The capabilities that some model of the chain is known to lack; others are not checked.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options.</param>
    internal static ModelCapabilities Read(ModelCapabilities matters, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ModelCapabilities needs = ModelCapabilities.None;
        if (options is not null)
        {
            needs |= options.Tools is { Count: > 0 } ? ModelCapabilities.Tools : 0;
            needs |= options.ResponseFormat is ChatResponseFormatJson { Schema: not null } ? ModelCapabilities.StructuredOutput : 0;
            needs |= options.Reasoning is { Effort: not null and not ReasoningEffort.None } ? ModelCapabilities.Reasoning : 0;
        }

        if ((matters & InMessages) != 0)
        {
            foreach (ChatMessage message in messages)
            {
                foreach (AIContent content in message.Contents)
                {
                    needs |= Of(content);
                }
            }
        }

        return needs & matters;
    }

    /// <summary>The capabilities that some model is known to lack.</summary>
    internal static ModelCapabilities ThatMatterTo(FallbackChain chain)
    {
        ModelCapabilities matters = ModelCapabilities.None;
        foreach (ModelCapabilities capability in Enum.GetValues<ModelCapabilities>())
        {
            matters |= chain.Models.Any(model => model.Lacks(capability)) ? capability : 0;
        }

        return matters;
    }

    private static ModelCapabilities Of(AIContent content) => content switch
    {
        DataContent data => Of(data.MediaType),
        UriContent uri => Of(uri.MediaType),
        HostedFileContent => ModelCapabilities.FileInput,
        _ => ModelCapabilities.None,
    };

    private static ModelCapabilities Of(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.Vision
        : mediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.AudioInput
        : mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.None
        : ModelCapabilities.FileInput;
}
