namespace FailScope.Generators.Tests.Oracle;

/// <summary>
/// The failure table, written again as rules over plain sets of numbers. It shares no code and no data structure with the
/// library, and it is not meant to be fast.
/// </summary>
internal sealed class SetOracle(CatalogSpec catalog)
{
    internal HashSet<int> Start(int required) =>
        [.. catalog.Chain.Where(model => catalog.Models[model].Capabilities is not { } declared || (required & ~declared) == 0)];

    internal bool IsFree(int model)
    {
        ModelSpec spec = catalog.Models[model];
        if (spec.Free is not null)
        {
            return spec.Free.Value;
        }

        bool costs = spec.Input > 0 || spec.Output > 0 || spec.Other > 0;
        bool saysFree = spec.Id.Split(':') is { Length: > 1 } segments && segments[^1].Equals("free", StringComparison.OrdinalIgnoreCase);
        bool bothZero = spec.Input == 0 && spec.Output == 0;
        return !costs && (saysFree || bothZero);
    }

    internal void Fail(HashSet<int> remaining, int failed, FailureKind kind)
    {
        string account = catalog.AccountOf(catalog.Models[failed]);
        int key = catalog.Models[failed].Key;
        int provider = catalog.ProviderOf(catalog.Models[failed]);
        bool failedIsFree = IsFree(failed);

        switch (kind)
        {
            case FailureKind.AuthenticationFailed:
            case FailureKind.NotConfigured:
                remaining.RemoveWhere(model => catalog.Models[model].Key == key);
                break;
            case FailureKind.CreditExhausted when failedIsFree:
                remaining.RemoveWhere(model => catalog.AccountOf(catalog.Models[model]) == account);
                break;
            case FailureKind.CreditExhausted:
                remaining.RemoveWhere(model => catalog.AccountOf(catalog.Models[model]) == account && !IsFree(model));
                break;
            case FailureKind.UsageLimitReached:
                remaining.RemoveWhere(model => catalog.AccountOf(catalog.Models[model]) == account);
                break;
            case FailureKind.KeyBudgetExhausted when failedIsFree:
                remaining.RemoveWhere(model => catalog.Models[model].Key == key);
                break;
            case FailureKind.KeyBudgetExhausted:
                remaining.RemoveWhere(model => catalog.Models[model].Key == key && !IsFree(model));
                break;
            case FailureKind.FreeQuotaExhausted:
                remaining.RemoveWhere(model => catalog.AccountOf(catalog.Models[model]) == account && IsFree(model));
                break;
            case FailureKind.ProviderUnreachable:
                remaining.RemoveWhere(model => catalog.ProviderOf(catalog.Models[model]) == provider);
                break;
            case FailureKind.ContextLengthExceeded:
                long window = catalog.Models[failed].Window;
                remaining.RemoveWhere(model => catalog.Models[model].Window is > 0 and long other && other <= window);
                break;
        }

        remaining.Remove(failed);
    }

    /// <summary>Whether the chain survives every single loss of this kind.</summary>
    internal bool Survives(LossOf loss)
    {
        IEnumerable<IEnumerable<int>> taken = loss switch
        {
            LossOf.Credit => catalog.Chain.Select(lost => catalog.Chain.Where(model => !IsFree(model) && catalog.AccountOf(catalog.Models[model]) == catalog.AccountOf(catalog.Models[lost]))),
            LossOf.FreeQuota => catalog.Chain.Select(lost => catalog.Chain.Where(model => IsFree(model) && catalog.AccountOf(catalog.Models[model]) == catalog.AccountOf(catalog.Models[lost]))),
            LossOf.UsageLimit => catalog.Chain.Select(lost => catalog.Chain.Where(model => catalog.AccountOf(catalog.Models[model]) == catalog.AccountOf(catalog.Models[lost]))),
            LossOf.Credential => catalog.Chain.Select(lost => catalog.Chain.Where(model => catalog.Models[model].Key == catalog.Models[lost].Key)),
            LossOf.Provider => catalog.Chain.Select(lost => catalog.Chain.Where(model => catalog.ProviderOf(catalog.Models[model]) == catalog.ProviderOf(catalog.Models[lost]))),
            _ => catalog.Chain.Select(lost => new[] { lost }.AsEnumerable()),
        };
        return taken.All(models => catalog.Chain.Except(models).Any());
    }
}
