using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>What the clients over a chain write into the additional properties of an answer.</summary>
/// <remarks>
/// It survives JSON: an answer that comes out of <c>UseDistributedCache</c> still says which model gave it. The answer of the
/// chain's first choice says so only where <see cref="FallbackClientOptions.ReportFirstChoice"/> is set.
/// </remarks>
public static class FallbackProperties
{
    /// <summary>The key of the <see cref="FallbackTrail"/>: who answered, what was tried, what was passed over.</summary>
    public const string Trail = "failscope.trail";

    /// <summary>Reads who answered and what was tried.</summary>
    /// <param name="response">The answer of a <see cref="FallbackChatClient"/>, or one that was put together from its updates.</param>
    /// <returns>
    /// The trail; null where there is none, because the chain's first model answered at once and is not reported, because the
    /// answer was read from JSON (see <see cref="GetTrailRecord(ChatResponse)"/>), or because it comes from another client.
    /// </returns>
    public static FallbackTrail? GetFallbackTrail(this ChatResponse response) => Find(response) as FallbackTrail;

    /// <summary>Reads who is answering and what was tried. The first update of a stream bears it, the others do not.</summary>
    /// <param name="update">An update of a <see cref="FallbackChatClient"/>.</param>
    /// <returns>The trail; null where there is none.</returns>
    public static FallbackTrail? GetFallbackTrail(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Find(update.AdditionalProperties) as FallbackTrail;
    }

    /// <summary>Reads who embedded and what was tried.</summary>
    /// <param name="embeddings">The answer of a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/>.</param>
    /// <returns>The trail; null where there is none, as for <see cref="GetFallbackTrail(ChatResponse)"/>.</returns>
    public static FallbackTrail? GetFallbackTrail<TEmbedding>(this GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return Find(embeddings.AdditionalProperties) as FallbackTrail;
    }

    /// <summary>Reads who answered and what was tried by their names, also from an answer that was read from JSON.</summary>
    /// <param name="response">An answer, from the client itself or out of a cache.</param>
    /// <returns>The record of the trail; null where the answer bears none.</returns>
    public static FallbackTrailRecord? GetTrailRecord(this ChatResponse response) => Record(Find(response));

    /// <inheritdoc cref="GetTrailRecord(ChatResponse)"/>
    /// <param name="embeddings">Embeddings, from the generator itself or out of a cache.</param>
    public static FallbackTrailRecord? GetTrailRecord<TEmbedding>(this GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return Record(Find(embeddings.AdditionalProperties));
    }

    /// <summary>The model of the chain that gave an answer, as far as the answer says.</summary>
    /// <param name="response">An answer, from a <see cref="FallbackChatClient"/> over the chain or out of a cache.</param>
    /// <param name="chain">The chain.</param>
    /// <returns>
    /// The model; null where it is not known: the answer bears no trail, or that of another chain, or one with a model that the
    /// chain does not have. An answer of the first choice bears none unless <see cref="FallbackClientOptions.ReportFirstChoice"/> is set.
    /// </returns>
    public static Model? GetAnsweringModel(this ChatResponse response, FallbackChain chain) => AnsweringModel(Find(response), chain);

    /// <inheritdoc cref="GetAnsweringModel(ChatResponse, FallbackChain)"/>
    /// <param name="embeddings">Embeddings, from a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/> over the chain or out of a cache.</param>
    /// <param name="chain">The chain.</param>
    public static Model? GetAnsweringModel<TEmbedding>(this GeneratedEmbeddings<TEmbedding> embeddings, FallbackChain chain)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return AnsweringModel(Find(embeddings.AdditionalProperties), chain);
    }

    private static Model? AnsweringModel(object? trail, FallbackChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (trail is FallbackTrail { AnsweredBy: { } model })
        {
            return chain.PositionOf(model) >= 0 ? model : null;
        }

        return Record(trail) is { AnsweredBy: { } name } record && record.Chain == chain.Name
            ? chain.Models.FirstOrDefault(candidate => candidate.Name == name)
            : null;
    }

    private static FallbackTrailRecord? Record(object? trail) => trail switch
    {
        FallbackTrail live => live.ToRecord(),
        JsonElement json when FallbackTrailRecord.TryRead(json, out FallbackTrailRecord? record) => record,
        _ => null,
    };

    private static object? Find(ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (Find(response.AdditionalProperties) is { } trail)
        {
            return trail;
        }

        // What stood on an update with a message id has become the message's.
        foreach (ChatMessage message in response.Messages)
        {
            if (Find(message.AdditionalProperties) is { } ofMessage)
            {
                return ofMessage;
            }
        }

        return null;
    }

    private static object? Find(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(Trail, out object? value) ? value : null;
}
