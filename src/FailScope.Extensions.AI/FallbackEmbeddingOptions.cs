using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The options of a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/>. The generator copies them when it is created.</summary>
public sealed class FallbackEmbeddingOptions : FallbackClientOptions
{
    /// <summary>Creates options with the default values.</summary>
    public FallbackEmbeddingOptions()
    {
    }

    private FallbackEmbeddingOptions(FallbackEmbeddingOptions other)
        : base(other)
    {
        ConfigureOptions = other.ConfigureOptions;
    }

    /// <summary>
    /// Adapts the options of a request to the model that is tried. Called for each attempt with a new copy, in which
    /// <see cref="EmbeddingGenerationOptions.ModelId"/> is the model's id. Changes affect neither the next model
    /// nor the caller's options.
    /// </summary>
    public Action<Model, EmbeddingGenerationOptions>? ConfigureOptions { get; set; }

    internal FallbackEmbeddingOptions Clone() => new(this);
}
