namespace FailScope.Redis.Tests.Soak;

/// <summary>What the failure table forbids, written again independently, by providers, accounts, keys and models.</summary>
internal static class Judge
{
    /// <summary>Whether a failure in a turn forbids a call of another model in the same turn.</summary>
    internal static bool Forbids(Model failed, FailureKind kind, Model other) => other == failed || kind switch
    {
        FailureKind.ProviderUnreachable => other.Provider == failed.Provider,
        FailureKind.AuthenticationFailed => other.Credential == failed.Credential,
        FailureKind.CreditExhausted => other.Account == failed.Account && (failed.IsFree || !other.IsFree),
        FailureKind.FreeQuotaExhausted => other.Account == failed.Account && other.IsFree,
        _ => false,
    };

    /// <summary>Whether a cool-down of a node forbids a call of the model while it lasts.</summary>
    internal static bool Forbids(CooldownEntry entry, Model model) => entry.Scope switch
    {
        ProviderScopeKey provider => provider == model.Provider.ProviderScope,
        CredentialScopeKey key => key == model.Credential.CredentialScope,
        CreditScopeKey credit => credit == model.Account.CreditScope && (entry.IncludesFree || !model.IsFree),
        FreeQuotaScopeKey allowance => allowance == model.Account.FreeQuotaScope && model.IsFree,
        ModelScopeKey one => one == model.ModelScope,
        _ => throw new InvalidOperationException($"No failure of the soak is remembered under {entry.Scope.Value}."),
    };
}
