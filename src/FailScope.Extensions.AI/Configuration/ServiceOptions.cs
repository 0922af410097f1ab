using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FailScope;

internal static class ServiceOptions
{
    /// <summary>Sets options from the services and the configuration, then from code.</summary>
    internal static TOptions Complete<TOptions>(this TOptions options, IServiceProvider provider, FallbackChain chain, Action<TOptions>? configure, ServiceLifetime lifetime)
        where TOptions : FallbackClientOptions
    {
        options.ReportFirstChoice = true;

        // A client that is disposed with its scope must not dispose model clients that live longer.
        options.LeaveOpen = lifetime != ServiceLifetime.Singleton;
        options.LoggerFactory = provider.GetService<ILoggerFactory>();
        options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        options.Cooldowns = provider.GetService<ICooldowns>();
        foreach (IFailureReader reader in provider.GetServices<IFailureReader>())
        {
            options.FailureReaders.Add(reader);
        }

        if (provider.GetService<IConfiguration>() is { } configuration)
        {
            options.Read(configuration, chain);
        }

        configure?.Invoke(options);
        if (options.Cooldowns is not null)
        {
            provider.GetService<KeyWatcher>()?.Watch(chain);
            provider.GetService<CooldownGauge>();
        }

        return options;
    }
}
