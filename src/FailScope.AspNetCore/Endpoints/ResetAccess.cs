using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FailScope.AspNetCore;

/// <summary>Decides who may reset, and creates the antiforgery tokens of the page's forms.</summary>
internal sealed class ResetAccess
{
    private readonly IAuthorizationPolicyProvider _policies;

    /// <exception cref="InvalidOperationException">A service that this needs is not registered.</exception>
    internal ResetAccess(IServiceProvider services, string policy)
    {
        PolicyName = policy;
        _policies = services.GetService<IAuthorizationPolicyProvider>() ?? throw Missing(policy, "AddAuthorization");
        Antiforgery = services.GetService<IAntiforgery>() ?? throw Missing(policy, "AddAntiforgery");
        if (services.GetService<IPolicyEvaluator>() is null)
        {
            throw Missing(policy, "AddAuthorization");
        }

        // A custom policy provider may load policies asynchronously. It is called at the first request.
        Task<AuthorizationPolicy?> known = _policies.GetPolicyAsync(policy);
        if (known is { IsCompletedSuccessfully: true, Result: null })
        {
            throw new InvalidOperationException(
                $"There is no authorization policy '{policy}', which the status page of FailScope requires for a reset. Add it: builder.Services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", policy => …).");
        }
    }

    internal string PolicyName { get; }

    internal IAntiforgery Antiforgery { get; }

    /// <summary>The token for the forms of the current user; null if the user does not meet the policy.</summary>
    internal async Task<AntiforgeryTokenSet?> FindTokenAsync(HttpContext context)
    {
        AuthorizationPolicy? policy = await _policies.GetPolicyAsync(PolicyName);
        if (policy is null)
        {
            return null;
        }

        // The authorization middleware does the same for the reset. The token must belong to the user that the policy's schemes authenticate.
        IPolicyEvaluator evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
        AuthenticateResult user = await evaluator.AuthenticateAsync(policy, context);
        PolicyAuthorizationResult result = await evaluator.AuthorizeAsync(policy, user, context, context);
        return result.Succeeded ? Antiforgery.GetAndStoreTokens(context) : null;
    }

    private static InvalidOperationException Missing(string policy, string call) => new(
        $"The status page of FailScope allows resets with the policy '{policy}', which requires {call}: call builder.Services.{call}().");
}
