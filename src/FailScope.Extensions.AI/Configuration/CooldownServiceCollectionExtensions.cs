using FailScope;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the memory between turns.</summary>
public static class CooldownServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="ICooldowns"/> in memory, and in a file if <c>FailScope:Cooldowns:File</c> names one. All fallback clients
    /// of the application share it. Cool-downs that begin and end are logged. <c>AddFallbackChatClient</c> and
    /// <c>AddFallbackEmbeddingGenerator</c> call this themselves. If one is already registered, it stays, and <paramref name="configure"/> is not called.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <returns>The services.</returns>
    /// <seealso cref="CooldownConfiguration"/>
    public static IServiceCollection AddFailScopeCooldowns(this IServiceCollection services, Action<CooldownOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new CooldownStore(provider.CreateCooldownOptions(configure), provider.GetService<IConfiguration>(), provider.GetService<ILoggerFactory>()));
        services.TryAddSingleton<ICooldowns>(provider => provider.GetRequiredService<CooldownStore>().Cooldowns);
        services.TryAddSingleton(provider => new CooldownGauge(provider.GetRequiredService<ICooldowns>()));
        services.TryAddSingleton(provider => new KeyWatcher(provider.GetRequiredService<ICooldowns>(), provider.GetService<IConfiguration>()));
        return services;
    }

    /// <summary>
    /// Creates options from the services, the configuration and the code, for those who register their own <see cref="ICooldowns"/>.
    /// </summary>
    /// <param name="provider">The services.</param>
    /// <param name="configure">Sets options in code. Called after the configuration has been read.</param>
    /// <exception cref="InvalidOperationException">A value in the configuration is invalid for its option.</exception>
    public static CooldownOptions CreateCooldownOptions(this IServiceProvider provider, Action<CooldownOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var options = new CooldownOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
        if (provider.GetService<IConfiguration>() is { } configuration)
        {
            options.Read(configuration, provider.GetServices<FallbackChain>());
        }

        configure?.Invoke(options);
        return options;
    }

    /// <summary>
    /// Registers a chain as a service, so that the configuration of cool-downs can use its name and those of its credentials, and a
    /// status page can find it.
    /// </summary>
    internal static void AddChain(this IServiceCollection services, FallbackChain chain)
    {
        services.AddSingleton(chain);
        services.AddFailScopeCooldowns();
    }
}
