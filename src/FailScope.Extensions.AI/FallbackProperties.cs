using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>Reads what the clients for a chain store in the additional properties of a response.</summary>
/// <remarks>
/// The data survives JSON, so a response from <c>UseDistributedCache</c> still says which model it comes from. A response from the
/// chain's first model contains the data only if <see cref="FallbackClientOptions.ReportFirstChoice"/> is set.
/// </remarks>
public static class FallbackProperties
{
    /// <summary>The key of the <see cref="FallbackTrail"/>: which model answered, which were tried, which were skipped.</summary>
    public const string Trail = "failscope.trail";

    /// <summary>Gets the trail of a response.</summary>
    /// <param name="response">A response of a <see cref="FallbackChatClient"/>, or one that was built from its updates.</param>
    /// <returns>
    /// The trail; null if there is none, because the response comes from the chain's first model and the trail is not reported, because it
    /// was read from JSON (see <see cref="GetTrailRecord(ChatResponse)"/>), or because it comes from another client.
    /// </returns>
    public static FallbackTrail? GetFallbackTrail(this ChatResponse response) => Find(response) as FallbackTrail;

    /// <summary>Gets the trail of a streamed response. Only the first update of the stream contains it.</summary>
    /// <param name="update">An update of a <see cref="FallbackChatClient"/>.</param>
    /// <returns>The trail; null if there is none.</returns>
    public static FallbackTrail? GetFallbackTrail(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Find(update.AdditionalProperties) as FallbackTrail;
    }

    /// <summary>Gets the trail of embeddings.</summary>
    /// <param name="embeddings">The result of a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/>.</param>
    /// <returns>The trail; null if there is none, as for <see cref="GetFallbackTrail(ChatResponse)"/>.</returns>
    public static FallbackTrail? GetFallbackTrail<TEmbedding>(this GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return Find(embeddings.AdditionalProperties) as FallbackTrail;
    }

    /// <summary>Gets the record of the trail, which contains names instead of objects. Also works for a response that was read from JSON.</summary>
    /// <param name="response">A response, from the client itself or from a cache.</param>
    /// <returns>The record; null if the response contains none.</returns>
    public static FallbackTrailRecord? GetTrailRecord(this ChatResponse response) => Record(Find(response));

    /// <inheritdoc cref="GetTrailRecord(ChatResponse)"/>
    /// <param name="embeddings">Embeddings, from the generator itself or from a cache.</param>
    public static FallbackTrailRecord? GetTrailRecord<TEmbedding>(this GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return Record(Find(embeddings.AdditionalProperties));
    }

    /// <summary>Gets the model that a response comes from, if the response says so.</summary>
    /// <param name="response">A response, from a <see cref="FallbackChatClient"/> for the chain or from a cache.</param>
    /// <param name="chain">The chain.</param>
    /// <returns>
    /// The model; null if unknown: the response contains no trail, the trail of another chain, or a model that the
    /// chain does not have. A response from the first model contains no trail unless <see cref="FallbackClientOptions.ReportFirstChoice"/> is set.
    /// </returns>
    public static Model? GetAnsweringModel(this ChatResponse response, FallbackChain chain) => AnsweringModel(Find(response), chain);

    /// <inheritdoc cref="GetAnsweringModel(ChatResponse, FallbackChain)"/>
    /// <param name="embeddings">Embeddings, from a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/> for the chain or from a cache.</param>
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

        // If an update has a message id, its properties have been moved to the message.
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
