namespace FailScope.AspNetCore.Tests;

internal static class MemoryExtensions
{
    /// <summary>Calls one model of the catalog, which fails.</summary>
    internal static void Fail(this ICooldowns cooldowns, Model model, Failure failure, string? tenant = null)
    {
        FallbackState state = Models.Catalog.CreateChain(model.Name).Start(cooldowns, tenant);
        if (cooldowns.TryBegin(ref state, out CooldownAttempt attempt, tenant))
        {
            cooldowns.Failed(attempt, failure);
        }
    }
}
