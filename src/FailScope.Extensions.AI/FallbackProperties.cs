using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>What the clients over a chain write into the additional properties of an answer.</summary>
public static class FallbackProperties
{
    /// <summary>The key of the <see cref="FallbackTrail"/>: who answered, what was tried, what was passed over.</summary>
    public const string Trail = "failscope.trail";

    /// <summary>Reads who answered and what was tried.</summary>
    /// <param name="response">The answer of a <see cref="FallbackChatClient"/>, or one that was put together from its updates.</param>
    /// <returns>
    /// The trail; null where there is none, because the chain's first model answered at once: see
    /// <see cref="FallbackClientOptions.ReportFirstChoice"/>.
    /// </returns>
    public static FallbackTrail? GetFallbackTrail(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (Read(response.AdditionalProperties) is { } trail)
        {
            return trail;
        }

        // What stood on an update with a message id has become the message's.
        foreach (ChatMessage message in response.Messages)
        {
            if (Read(message.AdditionalProperties) is { } ofMessage)
            {
                return ofMessage;
            }
        }

        return null;
    }

    /// <summary>Reads who is answering and what was tried. The first update of a stream bears it, the others do not.</summary>
    /// <param name="update">An update of a <see cref="FallbackChatClient"/>.</param>
    /// <returns>The trail; null where there is none.</returns>
    public static FallbackTrail? GetFallbackTrail(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Read(update.AdditionalProperties);
    }

    /// <summary>Reads who embedded and what was tried.</summary>
    /// <param name="embeddings">The answer of a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/>.</param>
    /// <returns>
    /// The trail; null where there is none, because the chain's first model answered at once: see
    /// <see cref="FallbackClientOptions.ReportFirstChoice"/>.
    /// </returns>
    public static FallbackTrail? GetFallbackTrail<TEmbedding>(this GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return Read(embeddings.AdditionalProperties);
    }

    /// <summary>The model of the chain that gave an answer.</summary>
    /// <param name="response">The answer of a <see cref="FallbackChatClient"/> over the chain.</param>
    /// <param name="chain">The chain.</param>
    public static Model GetAnsweringModel(this ChatResponse response, FallbackChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return response.GetFallbackTrail()?.AnsweredBy ?? chain.Models[0];
    }

    private static FallbackTrail? Read(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(Trail, out object? value) ? value as FallbackTrail : null;
}
