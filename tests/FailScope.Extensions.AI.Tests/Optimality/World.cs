namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>
/// What is broken behind a chain: a provider, a key, a purse, an allowance, a model. A model answers unless something that it
/// depends on is broken, and one that fails reports one of the broken things, whichever its provider looks at first. So a
/// world says what would have answered; and a world in which nothing is broken but what failures have reported says what may
/// still answer, for all that anybody can know. Plain sets; shares nothing with the library.
/// </summary>
internal sealed class World(ChainShape shape)
{
    private readonly HashSet<int> _unreachableProviders = [];
    private readonly HashSet<int> _refusedKeys = [];
    private readonly HashSet<int> _missingKeys = [];
    private readonly HashSet<int> _accountsWithoutCredit = [];
    private readonly HashSet<int> _accountsInDebt = [];
    private readonly HashSet<int> _keysWithoutBudget = [];
    private readonly HashSet<int> _closedKeys = [];
    private readonly HashSet<int> _accountsWithoutFreeQuota = [];
    private readonly HashSet<int> _accountsAtUsageLimit = [];
    private readonly Dictionary<int, FailureKind> _failingModels = [];
    private int _tooShortWindow;

    /// <summary>Whether the model would answer.</summary>
    internal bool Answers(int model) => !FailuresOf(model).Any();

    /// <summary>What the model may report; nothing where it answers.</summary>
    internal IEnumerable<FailureKind> FailuresOf(int model)
    {
        int key = shape.Credential[model];
        int account = shape.Account[key];
        bool isFree = shape.IsFree[model];
        if (_unreachableProviders.Contains(shape.Provider[account]))
        {
            yield return FailureKind.ProviderUnreachable;
        }

        if (_missingKeys.Contains(key))
        {
            yield return FailureKind.NotConfigured;
        }

        if (_refusedKeys.Contains(key))
        {
            yield return FailureKind.AuthenticationFailed;
        }

        // An account at zero still serves what costs nothing; one in debt serves nothing.
        if (_accountsInDebt.Contains(account) || (!isFree && _accountsWithoutCredit.Contains(account)))
        {
            yield return FailureKind.CreditExhausted;
        }

        if (_closedKeys.Contains(key) || (!isFree && _keysWithoutBudget.Contains(key)))
        {
            yield return FailureKind.KeyBudgetExhausted;
        }

        if (isFree && _accountsWithoutFreeQuota.Contains(account))
        {
            yield return FailureKind.FreeQuotaExhausted;
        }

        if (_accountsAtUsageLimit.Contains(account))
        {
            yield return FailureKind.UsageLimitReached;
        }

        if (shape.Window[model] > 0 && shape.Window[model] <= _tooShortWindow)
        {
            yield return FailureKind.ContextLengthExceeded;
        }

        if (_failingModels.TryGetValue(model, out FailureKind own))
        {
            yield return own;
        }
    }

    /// <summary>Breaks what the model's failure tells is broken.</summary>
    internal void Break(int model, FailureKind kind)
    {
        int key = shape.Credential[model];
        int account = shape.Account[key];
        switch (kind)
        {
            case FailureKind.ProviderUnreachable:
                _unreachableProviders.Add(shape.Provider[account]);
                break;
            case FailureKind.NotConfigured:
                _missingKeys.Add(key);
                break;
            case FailureKind.AuthenticationFailed:
                _refusedKeys.Add(key);
                break;
            case FailureKind.CreditExhausted:
                (shape.IsFree[model] ? _accountsInDebt : _accountsWithoutCredit).Add(account);
                break;
            case FailureKind.KeyBudgetExhausted:
                (shape.IsFree[model] ? _closedKeys : _keysWithoutBudget).Add(key);
                break;
            case FailureKind.FreeQuotaExhausted when shape.IsFree[model]:
                _accountsWithoutFreeQuota.Add(account);
                break;
            case FailureKind.FreeQuotaExhausted:
                // A priced model has no such allowance; what it says of the account's is believed all the same.
                _accountsWithoutFreeQuota.Add(account);
                _failingModels[model] = kind;
                break;
            case FailureKind.UsageLimitReached:
                _accountsAtUsageLimit.Add(account);
                break;
            case FailureKind.ContextLengthExceeded when shape.Window[model] > 0:
                _tooShortWindow = Math.Max(_tooShortWindow, shape.Window[model]);
                break;
            default:
                _failingModels[model] = kind;
                break;
        }
    }
}
