using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The embedding generator of one model, and the caller's options adapted to it.</summary>
internal sealed class EmbeddingModelClient<TInput, TEmbedding>(IEmbeddingGenerator<TInput, TEmbedding> generator, Model model)
    : ModelClient(generator, model, generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId)
    where TEmbedding : Embedding
{
    internal IEmbeddingGenerator<TInput, TEmbedding> Generator { get; } = generator;

    /// <summary>
    /// Creates the options of one attempt, as a copy. Null if the caller passed none and the generator already uses this
    /// model by default.
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
