namespace FailScope;

/// <summary>Queries for a status page or a health check.</summary>
public static class CooldownExtensions
{
    /// <summary>The models of a chain that a request may call now. A model whose cool-down has expired is included, unless it is being probed.</summary>
    /// <param name="cooldowns">The memory.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="tenant">The tenant of the request; null for requests without a tenant.</param>
    public static IReadOnlyList<Model> GetAliveModels(this ICooldowns cooldowns, FallbackChain chain, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(cooldowns);
        ArgumentNullException.ThrowIfNull(chain);
        CooldownEntry[] cooling = [.. cooldowns.GetEntries(chain, tenant).Where(entry => entry.State != CooldownState.Due)];
        return [.. chain.Models.Where(model => !Array.Exists(cooling, entry => entry.Retires(model)))];
    }
}
