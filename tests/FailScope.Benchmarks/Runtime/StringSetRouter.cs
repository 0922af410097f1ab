namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// The same rules as usually written by hand: sets of strings, built for each turn and checked for each model. It is complete, and the
/// tables are compared with it.
/// </summary>
internal sealed class StringSetRouter(FallbackChain chain)
{
    private readonly HashSet<string> _deadModels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deadKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spentKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brokeAccounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quotas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _limited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreachable = new(StringComparer.Ordinal);
    private long _tooSmall;

    internal void Fail(Model model, FailureKind kind)
    {
        _deadModels.Add($"model:{model.Credential.Name}:{model.Id}");
        switch (kind)
        {
            case FailureKind.AuthenticationFailed or FailureKind.NotConfigured:
                _deadKeys.Add($"cred:{model.Credential.Name}");
                break;
            case FailureKind.CreditExhausted:
                // If a free model was refused, the free models of the account are retired too.
                _brokeAccounts.Add($"credit:{model.Account.Name}");
                if (model.IsFree)
                {
                    _brokeAccounts.Add($"credit:{model.Account.Name}:free");
                }

                break;
            case FailureKind.KeyBudgetExhausted:
                _spentKeys.Add($"budget:{model.Credential.Name}");
                if (model.IsFree)
                {
                    _spentKeys.Add($"budget:{model.Credential.Name}:free");
                }

                break;
            case FailureKind.FreeQuotaExhausted:
                _quotas.Add($"quota:{model.Account.Name}");
                break;
            case FailureKind.UsageLimitReached:
                _limited.Add($"limit:{model.Account.Name}");
                break;
            case FailureKind.ProviderUnreachable:
                _unreachable.Add($"provider:{model.Provider.Name}");
                break;
            case FailureKind.ContextLengthExceeded:
                _tooSmall = Math.Max(_tooSmall, model.ContextWindow ?? 0);
                break;
        }
    }

    internal Model? Next()
    {
        foreach (Model model in chain.Models)
        {
            string free = model.IsFree ? ":free" : "";
            if (!_deadModels.Contains($"model:{model.Credential.Name}:{model.Id}")
                && !_deadKeys.Contains($"cred:{model.Credential.Name}")
                && !_spentKeys.Contains($"budget:{model.Credential.Name}{free}")
                && !_brokeAccounts.Contains($"credit:{model.Account.Name}{free}")
                && !(model.IsFree && _quotas.Contains($"quota:{model.Account.Name}"))
                && !_limited.Contains($"limit:{model.Account.Name}")
                && !_unreachable.Contains($"provider:{model.Provider.Name}")
                && (model.ContextWindow is not { } window || window > _tooSmall))
            {
                return model;
            }
        }

        return null;
    }
}
