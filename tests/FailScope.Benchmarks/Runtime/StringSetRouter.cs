namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// The same rules as people write them by hand: sets of strings, built for each turn, asked for each model. Correct, as far
/// as the rules of the benchmark go, and the measure that the tables are held against.
/// </summary>
internal sealed class StringSetRouter(FallbackChain chain)
{
    private readonly HashSet<string> _deadKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brokeAccounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brokeEvenForFree = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreachable = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deadModels = new(StringComparer.Ordinal);

    internal void Fail(Model model, FailureKind kind)
    {
        _deadModels.Add($"model:{model.Credential.Name}:{model.Id}");
        switch (kind)
        {
            case FailureKind.AuthenticationFailed:
                _deadKeys.Add($"cred:{model.Credential.Name}");
                break;
            case FailureKind.CreditExhausted:
                (model.IsFree ? _brokeEvenForFree : _brokeAccounts).Add($"credit:{model.Account.Name}");
                break;
            case FailureKind.ProviderUnreachable:
                _unreachable.Add($"provider:{model.Provider.Name}");
                break;
        }
    }

    internal Model? Next()
    {
        foreach (Model model in chain.Models)
        {
            if (!_deadModels.Contains($"model:{model.Credential.Name}:{model.Id}")
                && !_deadKeys.Contains($"cred:{model.Credential.Name}")
                && !_unreachable.Contains($"provider:{model.Provider.Name}")
                && !_brokeEvenForFree.Contains($"credit:{model.Account.Name}")
                && (model.IsFree || !_brokeAccounts.Contains($"credit:{model.Account.Name}")))
            {
                return model;
            }
        }

        return null;
    }
}
