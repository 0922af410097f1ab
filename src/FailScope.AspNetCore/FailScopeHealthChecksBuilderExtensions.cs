using FailScope.AspNetCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check.</summary>
public static class FailScopeHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that says which scopes are retired until when, and for each chain whether any model is alive. Healthy: every model is.
    /// Degraded: some are not, or a tenant has fewer. Unhealthy: a chain has none.
    /// </summary>
    /// <remarks>
    /// It reads memory and calls nothing. It belongs to readiness and alerts: restarting a process tops up no account, so leave it out of a
    /// liveness check. A check of chains of its own for each importance is possible: <c>AddFailScope("chat", options => options.Chains.Add(Models.Chat))</c>.
    /// </remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Sets options: which chains, which memory.</param>
    /// <param name="failureStatus">What is reported where a chain has no model alive; <see cref="HealthStatus.Unhealthy"/> where this is null.</param>
    /// <param name="tags">Tags that the application filters checks by.</param>
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
