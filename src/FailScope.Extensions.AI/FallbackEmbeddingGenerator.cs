using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>An embedding generator that tries the models of a fallback chain in order until one answers.</summary>
/// <typeparam name="TInput">The type of the values, usually text.</typeparam>
/// <typeparam name="TEmbedding">The type of the vectors.</typeparam>
/// <remarks>
/// <para>Vectors of two models can be compared only if both are in the same space. Falling back to another space
/// would fill an index with vectors that match nothing, and nobody would notice. So all models of the chain must declare the
/// same <see cref="Model.EmbeddingSpace"/>.</para>
/// <para>A response with more or fewer embeddings than values counts as a failure.</para>
/// </remarks>
public sealed class FallbackEmbeddingGenerator<TInput, TEmbedding> : IEmbeddingGenerator<TInput, TEmbedding>
    where TEmbedding : Embedding
{
    private readonly FallbackCore _core;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Creates a generator for a chain.</summary>
    /// <param name="chain">The models, in the order in which they are tried, all with the same <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="createGenerator">
    /// Creates the generator of a model, when the model is first tried; called once for each model. An exception from it counts as
    /// <see cref="FailureKind.NotConfigured"/>: the models of the same credential are retired for the turn, and no others.
    /// Turn off the retries of these generators: they repeat permanent failures and delay the next model.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or a different one.</exception>
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

        // A sequence that can be enumerated only once would be empty for the second model.
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

    /// <summary>Disposes the generators that were created, unless <see cref="FallbackClientOptions.LeaveOpen"/> is set.</summary>
    public void Dispose() => _core.Clients.Dispose();
}
