using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>An embedding generator that walks down a fallback chain until a model answers.</summary>
/// <typeparam name="TInput">What is embedded: text, mostly.</typeparam>
/// <typeparam name="TEmbedding">The vectors.</typeparam>
/// <remarks>
/// <para>Vectors of two models can be compared only where both lie in one space. A generator that fell back into another space
/// would fill an index with vectors that match nothing, and nobody would see it. So the models of its chain declare their
/// <see cref="Model.EmbeddingSpace"/>, and declare the same.</para>
/// <para>An answer with more or fewer embeddings than there are values counts as a failure.</para>
/// </remarks>
public sealed class FallbackEmbeddingGenerator<TInput, TEmbedding> : IEmbeddingGenerator<TInput, TEmbedding>
    where TEmbedding : Embedding
{
    private readonly FallbackCore _core;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Makes a generator over a chain.</summary>
    /// <param name="chain">The models, in the order in which they are tried; all of one <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="createGenerator">
    /// Makes the generator of a model, when the model is first tried; called once for each. What it throws counts as
    /// <see cref="FailureKind.NotConfigured"/>: the models of the same credential are given up for the turn, and no others.
    /// Retries that a generator makes by itself should be off: they repeat what fails for good, and delay the next model.
    /// </param>
    /// <param name="options">Limits and choices; null for the defaults.</param>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or not the same as the others.</exception>
    public FallbackEmbeddingGenerator(FallbackChain chain, Func<Model, IEmbeddingGenerator<TInput, TEmbedding>> createGenerator, FallbackEmbeddingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(createGenerator);
        EmbeddingSpaces.ThrowIfNotOne(chain, nameof(chain));
        options = options?.Clone() ?? new FallbackEmbeddingOptions();
        Type owner = typeof(FallbackEmbeddingGenerator<TInput, TEmbedding>);
        _core = new FallbackCore(
            chain,
            options,
            new ModelClients(chain, model => createGenerator(model) is { } generator ? new EmbeddingModelClient<TInput, TEmbedding>(generator, model) : null, options.LeaveOpen, owner),
            new ClientTelemetry(chain, "embeddings", options.LoggerFactory, owner));
        _metadata = new EmbeddingGeneratorMetadata("failscope", null, chain.Models[0].Id);
    }

    /// <inheritdoc/>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(IEnumerable<TInput> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);

        // A sequence that can be read once would be empty for the second model.
        IReadOnlyCollection<TInput> all = values as IReadOnlyCollection<TInput> ?? [.. values];
        return WholeAnswer.FindAsync<EmbeddingTurn<TInput, TEmbedding>, GeneratedEmbeddings<TEmbedding>>(new EmbeddingTurn<TInput, TEmbedding>(_core, all, options, cancellationToken));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(FallbackChain) ? _core.Chain
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Disposes of the generators that were made, unless <see cref="FallbackClientOptions.LeaveOpen"/> says otherwise.</summary>
    public void Dispose() => _core.Clients.Dispose();
}
