using FailScope;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fallback chains as chat clients.</summary>
public static class FallbackChatClientServiceCollectionExtensions
{
    // Two overloads with optional parameters are a risk where one call could mean either: a way to make clients is given, or it is not.
#pragma warning disable RS0026
    /// <summary>
    /// Registers a chain as the <see cref="IChatClient"/>. Its models are called with the official OpenAI library, its own
    /// retries off, with keys and limits from the <see cref="IConfiguration"/> among the services, or the environment. A
    /// stream without a finish reason counts as broken off, unless <see cref="FallbackChatOptions.RequireFinishReason"/> is set to false.
    /// What fails is remembered for the requests that follow, see <see cref="ICooldowns"/>; <c>options.Cooldowns = null</c> turns that off.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a client lives.</param>
    /// <returns>A builder that puts middleware around the client: <c>.UseFunctionInvocation()</c> and the like.</returns>
    /// <seealso cref="FailScopeConfiguration"/>
    /// <seealso cref="OpenAIModelClients"/>
    public static ChatClientBuilder AddFallbackChatClient(
        this IServiceCollection services,
        FallbackChain chain,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(chain);
        services.AddChain(chain);
        return services.AddChatClient(provider => Create(provider, chain, null, configure), lifetime);
    }

    /// <summary>Registers a chain as the <see cref="IChatClient"/>, over clients that you make.</summary>
    /// <param name="services">The services.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">Makes the client of a model, when the model is first tried.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a client lives.</param>
    /// <returns>A builder that puts middleware around the client.</returns>
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
        return services.AddChatClient(provider => Create(provider, chain, createClient, configure), lifetime);
    }

    /// <inheritdoc cref="AddFallbackChatClient(IServiceCollection, FallbackChain, Action{FallbackChatOptions}?, ServiceLifetime)"/>
    /// <summary>Registers a chain as a keyed <see cref="IChatClient"/>; otherwise as the overload without a key.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a client lives.</param>
    public static ChatClientBuilder AddKeyedFallbackChatClient(
        this IServiceCollection services,
        object? serviceKey,
        FallbackChain chain,
        Action<FallbackChatOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(chain);
        services.AddChain(chain);
        return services.AddKeyedChatClient(serviceKey, provider => Create(provider, chain, null, configure), lifetime);
    }

    /// <inheritdoc cref="AddFallbackChatClient(IServiceCollection, FallbackChain, Func{IServiceProvider, Model, IChatClient}, Action{FallbackChatOptions}?, ServiceLifetime)"/>
    /// <summary>Registers a chain as a keyed <see cref="IChatClient"/>, over clients that you make.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the service.</param>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">Makes the client of a model, when the model is first tried.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <param name="lifetime">How long a client lives.</param>
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
        return services.AddKeyedChatClient(serviceKey, provider => Create(provider, chain, createClient, configure), lifetime);
    }
#pragma warning restore RS0026

    private static FallbackChatClient Create(
        IServiceProvider provider,
        FallbackChain chain,
        Func<IServiceProvider, Model, IChatClient>? createClient,
        Action<FallbackChatOptions>? configure)
    {
        // A chat completion always ends with a reason: from the clients that are made here, one without it was cut short.
        FallbackChatOptions options = new FallbackChatOptions { RequireFinishReason = createClient is null }.Complete(provider, chain, configure);
        return new FallbackChatClient(
            chain,
            createClient is null ? OpenAIModelClients.From(provider.GetService<IConfiguration>()) : model => createClient(provider, model),
            options);
    }
}
