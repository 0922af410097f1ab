using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>How a <see cref="FallbackEmbeddingGenerator{TInput, TEmbedding}"/> walks down its chain. The generator copies the options when it is made.</summary>
public sealed class FallbackEmbeddingOptions : FallbackClientOptions
{
    /// <summary>Makes options at their defaults.</summary>
    public FallbackEmbeddingOptions()
    {
    }

    private FallbackEmbeddingOptions(FallbackEmbeddingOptions other)
        : base(other)
    {
        ConfigureOptions = other.ConfigureOptions;
    }

    /// <summary>
    /// Adapts the options of a request to the model that is tried: called for each attempt with a copy of its own, in which
    /// <see cref="EmbeddingGenerationOptions.ModelId"/> is the model's id. Nothing that is changed here reaches the next model,
    /// or the caller's options.
    /// </summary>
    public Action<Model, EmbeddingGenerationOptions>? ConfigureOptions { get; set; }

    internal FallbackEmbeddingOptions Clone() => new(this);
}
