using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>What a caller asks of an embedding generator.</summary>
internal readonly struct EmbeddingRequest<TInput>(IReadOnlyCollection<TInput> values, EmbeddingGenerationOptions? options) : IClientRequest
{
    internal IReadOnlyCollection<TInput> Values { get; } = values;

    internal EmbeddingGenerationOptions? Options { get; } = options;

    public FallbackState Start(FallbackCore core, out ModelCapabilities required)
    {
        required = core.Options.Required;
        return core.Chain.Start(required);
    }
}
