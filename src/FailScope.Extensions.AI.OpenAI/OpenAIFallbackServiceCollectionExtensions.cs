using FailScope;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fallback chains whose models are called with the official OpenAI library, its own retries off.</summary>
/// <remarks>
/// Keys, endpoints and limits come from the <see cref="IConfiguration"/> among the services, see <see cref="FailScopeConfiguration"/>,
/// or the environment.
/// </remarks>
/// <seealso cref="OpenAIModelClients"/>
public static class OpenAIFallbackServiceCollectionExtensions
{
    /// <summary>Registers a chain as the <see cref="IChatClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a client lives.</param>
    /// <returns>A builder that puts middleware around the client: <c>.UseFunctionInvocation()</c> and the like.</returns>
    public static ChatClientBuilder AddFallbackChatClient(
        this IServiceCollection services,
        FallbackChain chain,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddFallbackChatClient(chain, CreateClient, configure, lifetime);

    /// <summary>Registers a chain as a keyed <see cref="IChatClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a client lives.</param>
    /// <returns>A builder that puts middleware around the client.</returns>
    public static ChatClientBuilder AddKeyedFallbackChatClient(
        this IServiceCollection services,
        object? serviceKey,
        FallbackChain chain,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddKeyedFallbackChatClient(serviceKey, chain, CreateClient, configure, lifetime);

    /// <summary>Registers a chain as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of texts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried; all of one <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a generator lives.</param>
    /// <returns>A builder that puts middleware around the generator: <c>.UseDistributedCache()</c> and the like.</returns>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or not the same as the others.</exception>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddFallbackEmbeddingGenerator(
        this IServiceCollection services,
        FallbackChain chain,
        Action<FallbackEmbeddingOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddFallbackEmbeddingGenerator(chain, CreateGenerator, configure, lifetime);

    /// <summary>Registers a chain as a keyed <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of texts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried; all of one <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a generator lives.</param>
    /// <returns>A builder that puts middleware around the generator.</returns>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or not the same as the others.</exception>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddKeyedFallbackEmbeddingGenerator(
        this IServiceCollection services,
        object? serviceKey,
        FallbackChain chain,
        Action<FallbackEmbeddingOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddKeyedFallbackEmbeddingGenerator(serviceKey, chain, CreateGenerator, configure, lifetime);

    private static IChatClient CreateClient(IServiceProvider provider, Model model) =>
        OpenAIModelClients.From(provider.GetService<IConfiguration>())(model);

    private static IEmbeddingGenerator<string, Embedding<float>> CreateGenerator(IServiceProvider provider, Model model) =>
        OpenAIModelClients.EmbeddingGeneratorsFrom(provider.GetService<IConfiguration>())(model);
}
