using System.Diagnostics.CodeAnalysis;
using FailScope;
using FailScope.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the status page.</summary>
public static class FailScopeEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a page that shows which models of each chain are alive and what is cooling down, and the same data as JSON at
    /// <c>status.json</c> below it. With <c>?tenant=NAME</c>, both show the state for one tenant.
    /// </summary>
    /// <remarks>
    /// The page shows the names of accounts, keys and models, and messages from providers. Everyone can open it unless you restrict it:
    /// <c>app.MapFailScope("/failscope").RequireAuthorization("operators")</c>.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path of the page, such as <c>/failscope</c>.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder for the conventions of the page, its JSON and the reset.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no chain to show, or no memory; or <see cref="FailScopePageOptions.ResetPolicy"/> needs a service or a policy that is not registered.
    /// </exception>
    public static IEndpointConventionBuilder MapFailScope(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<FailScopePageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var options = new FailScopePageOptions();
        configure?.Invoke(options);

        IServiceProvider services = endpoints.ServiceProvider;
        ResetAccess? access = options.ResetPolicy is null ? null : new ResetAccess(services, options.ResetPolicy);
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("FailScope.AspNetCore");
        var status = new StatusEndpoints(new StatusReader(services, options), access, options.RefreshInterval, logger);

        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        string[] get = [HttpMethods.Get, HttpMethods.Head];
        group.MapMethods("", get, status.GetPageAsync).WithDisplayName("FailScope status page");
        group.MapMethods("status.json", get, status.GetJsonAsync).WithDisplayName("FailScope status as JSON");
        if (access is not null)
        {
            group.MapPost("reset", status.ResetAsync).RequireAuthorization(access.PolicyName).WithDisplayName("FailScope reset");
        }

        return group;
    }
}
