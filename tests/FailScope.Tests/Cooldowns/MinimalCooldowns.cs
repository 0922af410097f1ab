namespace FailScope.Tests.Cooldowns;

/// <summary>A user's implementation of the memory that has only the required members.</summary>
internal sealed class MinimalCooldowns(ICooldowns inner) : ICooldowns
{
    public FallbackState RemoveCooling(FallbackState state, string? tenant = null) => inner.RemoveCooling(state, tenant);

    public bool TryBegin(ref FallbackState state, out CooldownAttempt attempt, string? tenant = null) => inner.TryBegin(ref state, out attempt, tenant);

    public void Answered(in CooldownAttempt attempt) => inner.Answered(attempt);

    public void Failed(in CooldownAttempt attempt, Failure failure) => inner.Failed(attempt, failure);

    public bool Reset(IScopeKey scope, string? tenant = null) => inner.Reset(scope, tenant);

    public bool ResetForAllTenants(IScopeKey scope) => inner.ResetForAllTenants(scope);

    public bool ObserveKey(Credential credential, string key, string? tenant = null) => inner.ObserveKey(credential, key, tenant);

    public IReadOnlyList<CooldownEntry> GetEntries() => inner.GetEntries();

    public IReadOnlyList<CooldownEntry> GetEntries(FallbackChain chain, string? tenant = null) => inner.GetEntries(chain, tenant);
}
