namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>
/// What is broken behind a chain: a provider, a key, an account, a free quota, a model. A model answers unless something that it
/// depends on is broken. A model that fails reports one of the broken resources, whichever its provider checks first. So a
/// world determines which model would have answered. A world in which only the reported resources are broken determines which models may
/// still answer, as far as anyone can know. Uses plain sets and shares no code with the library.
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

    /// <summary>The failures that the model may report; none if it answers.</summary>
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

        // An account with no credit still serves free models; an account in debt serves none.
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

    /// <summary>Breaks the resource that the model's failure reports.</summary>
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
                // A priced model has no free quota, but what it reports about the account's is used.
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
