using FailScope;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fallback chains as chat clients.</summary>
public static class FallbackChatClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers a chain as the <see cref="IChatClient"/>, with your own client factory. Failures are remembered for later requests,
    /// see <see cref="ICooldowns"/>; <c>options.Cooldowns = null</c> turns that off.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">Creates the client of a model, when the model is first tried.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered client.</param>
    /// <returns>A builder that adds middleware around the client.</returns>
    public static ChatClientBuilder AddFallbackChatClient(
        this IServiceCollection services,
        FallbackChain chain,
        Func<IServiceProvider, Model, IChatClient> createClient,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(createClient);
        services.AddChain(chain);
        return services.AddChatClient(provider => Create(provider, chain, createClient, configure, lifetime), lifetime);
    }

    /// <inheritdoc cref="AddFallbackChatClient(IServiceCollection, FallbackChain, Func{IServiceProvider, Model, IChatClient}, Action{FallbackChatOptions}?, ServiceLifetime)"/>
    /// <summary>Registers a chain as a keyed <see cref="IChatClient"/>, with your own client factory.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">Creates the client of a model, when the model is first tried.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <param name="lifetime">The lifetime of the registered client.</param>
    public static ChatClientBuilder AddKeyedFallbackChatClient(
        this IServiceCollection services,
        object? serviceKey,
        FallbackChain chain,
        Func<IServiceProvider, Model, IChatClient> createClient,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(createClient);
        services.AddChain(chain);
        return services.AddKeyedChatClient(serviceKey, provider => Create(provider, chain, createClient, configure, lifetime), lifetime);
    }

    private static FallbackChatClient Create(
        IServiceProvider provider,
        FallbackChain chain,
        Func<IServiceProvider, Model, IChatClient> createClient,
        Action<FallbackChatOptions>? configure,
        ServiceLifetime lifetime) =>
        new(chain, model => createClient(provider, model), new FallbackChatOptions().Complete(provider, chain, configure, lifetime));
}
