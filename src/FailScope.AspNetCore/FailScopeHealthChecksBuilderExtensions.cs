using FailScope.AspNetCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check.</summary>
public static class FailScopeHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that reports which scopes are retired until when, and for each chain whether any model is alive. Healthy: every model is
    /// alive. Degraded: some are not, or a tenant has fewer. Unhealthy: a chain has none.
    /// </summary>
    /// <remarks>
    /// It reads memory and calls nothing. Use it for readiness and alerts, but not for liveness, because restarting a process does not
    /// top up an account. To check chains separately, add a check for each: <c>AddFailScope("chat", options => options.Chains.Add(Models.Chat))</c>.
    /// </remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Sets options: which chains, which memory.</param>
    /// <param name="failureStatus">The status if a chain has no model alive; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags with which the application filters checks.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddFailScope(
        this IHealthChecksBuilder builder,
        string name = "failscope",
        Action<FailScopeStatusOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        return builder.Add(new HealthCheckRegistration(
            name,
            services =>
            {
                var options = new FailScopeStatusOptions();
                configure?.Invoke(options);
                return new FailScopeHealthCheck(new StatusReader(services, options));
            },
            failureStatus,
            tags));
    }
}
