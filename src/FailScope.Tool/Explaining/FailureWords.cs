namespace FailScope.Tool.Explaining;

/// <summary>The failure table in words.</summary>
internal static class FailureWords
{
    // An effect without words is CS8509, an error in this build. CS8524 speaks of numbers that are no effect at all.
#pragma warning disable CS8524
    /// <summary>Which models a failure of this effect retires, of whatever chain.</summary>
    internal static string Retires(RetireEffect effect) => effect switch
    {
        RetireEffect.Model => "the model alone",
        RetireEffect.Credential => "every model on the key",
        RetireEffect.Credit => "from a priced model: the priced models of the billing account; from a free model: every model of the account",
        RetireEffect.KeyBudget => "from a priced model: the priced models on the key; from a free model: every model on the key",
        RetireEffect.FreeQuota => "the free models of the billing account",
        RetireEffect.Provider => "every model at the provider",
        RetireEffect.UsageLimit => "every model of the billing account, free or not",
        RetireEffect.ContextWindow => "the model, and every model whose declared context window is not larger",
    };

    /// <summary>Why a failure of this effect takes another model away.</summary>
    internal static string Because(RetireEffect effect, Model failed) => effect switch
    {
        RetireEffect.Model => "failed itself",
        RetireEffect.Credential => $"same key, {failed.Credential.Name}",
        RetireEffect.Credit => failed.IsFree ? $"same account, {failed.Account.Name}" : $"priced, on account {failed.Account.Name}",
        RetireEffect.KeyBudget => failed.IsFree ? $"same key, {failed.Credential.Name}" : $"priced, on key {failed.Credential.Name}",
        RetireEffect.FreeQuota => $"free, on account {failed.Account.Name}",
        RetireEffect.Provider => $"same provider, {failed.Provider.Name}",
        RetireEffect.UsageLimit => $"same account, {failed.Account.Name}",
        RetireEffect.ContextWindow => "window not larger",
    };
#pragma warning restore CS8524
}
