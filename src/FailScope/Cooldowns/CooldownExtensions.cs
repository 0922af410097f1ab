namespace FailScope;

/// <summary>Questions that a status page or a health check asks.</summary>
public static class CooldownExtensions
{
    /// <summary>The models of a chain that a request may call now, in the order of the chain. A cool-down that has run out and that nobody probes keeps none out.</summary>
    /// <param name="cooldowns">The memory.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="tenant">Whose request it would be; null for requests without a tenant.</param>
    public static IReadOnlyList<Model> GetAliveModels(this ICooldowns cooldowns, FallbackChain chain, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(cooldowns);
        ArgumentNullException.ThrowIfNull(chain);
        CooldownEntry[] cooling = [.. cooldowns.GetEntries(chain, tenant).Where(entry => entry.State != CooldownState.Due)];
        return [.. chain.Models.Where(model => !Array.Exists(cooling, entry => entry.Retires(model)))];
    }
}
