using FailScope;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fallback chains as embedding generators.</summary>
public static class FallbackEmbeddingGeneratorServiceCollectionExtensions
{
    /// <summary>Registers a chain as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>, with your own generator factory.</summary>
    /// <typeparam name="TInput">The type of the values.</typeparam>
    /// <typeparam name="TEmbedding">The type of the vectors.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried, all with the same <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="createGenerator">Creates the generator of a model, when the model is first tried.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered generator.</param>
    /// <returns>A builder that adds middleware around the generator.</returns>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or a different one.</exception>
    public static EmbeddingGeneratorBuilder<TInput, TEmbedding> AddFallbackEmbeddingGenerator<TInput, TEmbedding>(
        this IServiceCollection services,
        FallbackChain chain,
        Func<IServiceProvider, Model, IEmbeddingGenerator<TInput, TEmbedding>> createGenerator,
        Action<FallbackEmbeddingOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TEmbedding : Embedding
    {
        Validate(services, chain);
        ArgumentNullException.ThrowIfNull(createGenerator);
        services.AddChain(chain);
        return services.AddEmbeddingGenerator(provider => Create(provider, chain, model => createGenerator(provider, model), configure, lifetime), lifetime);
    }

    /// <inheritdoc cref="AddFallbackEmbeddingGenerator{TInput, TEmbedding}(IServiceCollection, FallbackChain, Func{IServiceProvider, Model, IEmbeddingGenerator{TInput, TEmbedding}}, Action{FallbackEmbeddingOptions}?, ServiceLifetime)"/>
    /// <summary>Registers a chain as a keyed <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>, with your own generator factory.</summary>
    /// <typeparam name="TInput">The type of the values.</typeparam>
    /// <typeparam name="TEmbedding">The type of the vectors.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried, all with the same <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="createGenerator">Creates the generator of a model, when the model is first tried.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered generator.</param>
    public static EmbeddingGeneratorBuilder<TInput, TEmbedding> AddKeyedFallbackEmbeddingGenerator<TInput, TEmbedding>(
        this IServiceCollection services,
        object? serviceKey,
        FallbackChain chain,
        Func<IServiceProvider, Model, IEmbeddingGenerator<TInput, TEmbedding>> createGenerator,
        Action<FallbackEmbeddingOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TEmbedding : Embedding
    {
        Validate(services, chain);
        ArgumentNullException.ThrowIfNull(createGenerator);
        services.AddChain(chain);
        return services.AddKeyedEmbeddingGenerator(serviceKey, provider => Create(provider, chain, model => createGenerator(provider, model), configure, lifetime), lifetime);
    }

    // A chain whose models have different embedding spaces is rejected at registration, before the first request.
    private static void Validate(IServiceCollection services, FallbackChain chain)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(chain);
        EmbeddingSpaces.ThrowIfNotOne(chain, nameof(chain));
    }

    private static FallbackEmbeddingGenerator<TInput, TEmbedding> Create<TInput, TEmbedding>(
        IServiceProvider provider,
        FallbackChain chain,
        Func<Model, IEmbeddingGenerator<TInput, TEmbedding>> createGenerator,
        Action<FallbackEmbeddingOptions>? configure,
        ServiceLifetime lifetime)
        where TEmbedding : Embedding =>
        new(chain, createGenerator, new FallbackEmbeddingOptions().Complete(provider, chain, configure, lifetime));
}
