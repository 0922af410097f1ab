using FailScope;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the memory between turns.</summary>
public static class CooldownServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="ICooldowns"/> in memory, and in a file where <c>FailScope:Cooldowns:File</c> names one; one for all fallback clients
    /// of the application. What begins and ends to cool down is logged. <c>AddFallbackChatClient</c> and
    /// <c>AddFallbackEmbeddingGenerator</c> do so themselves. Where one is registered already, that one stays, and <paramref name="configure"/> is not called.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
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
    /// The options that the services, the configuration and then the code ask for: for whoever registers an <see cref="ICooldowns"/> of another kind.
    /// </summary>
    /// <param name="provider">The services.</param>
    /// <param name="configure">Sets options in code; called after the configuration was read.</param>
    /// <exception cref="InvalidOperationException">The configuration has a value that an option does not take.</exception>
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
    /// Registers a chain as a service, so that its name and those of its credentials can be used in the configuration of cool-downs, and a
    /// status page finds it.
    /// </summary>
    internal static void AddChain(this IServiceCollection services, FallbackChain chain)
    {
        services.AddSingleton(chain);
        services.AddFailScopeCooldowns();
    }
}
