using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The embedding generator of one model, and what it gets to see of the caller's options.</summary>
internal sealed class EmbeddingModelClient<TInput, TEmbedding>(IEmbeddingGenerator<TInput, TEmbedding> generator, Model model)
    : ModelClient(generator, model, generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId)
    where TEmbedding : Embedding
{
    internal IEmbeddingGenerator<TInput, TEmbedding> Generator { get; } = generator;

    /// <summary>
    /// The options of one attempt: a copy of its own. None at all where the caller gives none and the generator knows its
    /// model without being told.
    /// </summary>
    internal EmbeddingGenerationOptions? Adapt(EmbeddingGenerationOptions? options, Action<Model, EmbeddingGenerationOptions>? configure)
    {
        if (options is null && KnowsItsModel && configure is null)
        {
            return null;
        }

        EmbeddingGenerationOptions adapted = options?.Clone() ?? new EmbeddingGenerationOptions();
        adapted.ModelId = Model.Id;
        configure?.Invoke(Model, adapted);
        return adapted;
    }
}
