using FailScope;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fallback chains whose models are called with the official OpenAI library, without the library's own retries.</summary>
/// <remarks>
/// Keys, endpoints and options come from the <see cref="IConfiguration"/> in the services, see <see cref="FailScopeConfiguration"/>,
/// or from the environment.
/// </remarks>
/// <seealso cref="OpenAIModelClients"/>
public static class OpenAIFallbackServiceCollectionExtensions
{
    /// <summary>Registers a chain as the <see cref="IChatClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered client.</param>
    /// <returns>A builder that adds middleware around the client, such as <c>.UseFunctionInvocation()</c>.</returns>
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
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered client.</param>
    /// <returns>A builder that adds middleware around the client.</returns>
    public static ChatClientBuilder AddKeyedFallbackChatClient(
        this IServiceCollection services,
        object? serviceKey,
        FallbackChain chain,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddKeyedFallbackChatClient(serviceKey, chain, CreateClient, configure, lifetime);

    /// <summary>Registers a chain as the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> for text.</summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried, all with the same <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered generator.</param>
    /// <returns>A builder that adds middleware around the generator, such as <c>.UseDistributedCache()</c>.</returns>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or a different one.</exception>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddFallbackEmbeddingGenerator(
        this IServiceCollection services,
        FallbackChain chain,
        Action<FallbackEmbeddingOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddFallbackEmbeddingGenerator(chain, CreateGenerator, configure, lifetime);

    /// <summary>Registers a chain as a keyed <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> for text.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried, all with the same <see cref="Model.EmbeddingSpace"/>.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered generator.</param>
    /// <returns>A builder that adds middleware around the generator.</returns>
    /// <exception cref="ArgumentException">A model of the chain declares no space, or a different one.</exception>
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
