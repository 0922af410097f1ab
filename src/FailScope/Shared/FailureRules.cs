#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The failure table. It exists once, here; everything else derives from it.</summary>
internal static class FailureRules
{
    /// <summary>The number of kinds.</summary>
    internal const int Count = (int)FailureKind.UsageLimitReached + 1;

    // A kind without a row is CS8509, an error in this build. CS8524 is about numbers that are no kind: those throw.
#pragma warning disable CS8524
    internal static FailureRule For(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed => new(RetireEffect.Credential, Memory.RefusedKey, "every key was refused"),
        FailureKind.CreditExhausted => new(RetireEffect.Credit, Memory.Money, "every account is out of credit") { IsBilling = true, IsLimit = true },
        FailureKind.KeyBudgetExhausted => new(RetireEffect.KeyBudget, Memory.Money, "every key has spent its budget") { IsBilling = true, IsLimit = true },
        FailureKind.FreeQuotaExhausted => new(RetireEffect.FreeQuota, Memory.DailyAllowance, "every allowance of free requests is used up") { IsLimit = true },
        FailureKind.UsageLimitReached => new(RetireEffect.UsageLimit, Memory.PlanWindow, "every account has reached the usage limit of its plan") { IsLimit = true },
        FailureKind.ProviderUnreachable => new(RetireEffect.Provider, Memory.Connection, "no provider can be reached"),
        FailureKind.RateLimited => new(RetireEffect.Model, Memory.RateWindow, "every model is rate limited") { IsLimit = true },
        FailureKind.Overloaded => new(RetireEffect.Model, Memory.Transient, "every model is overloaded") { IsLimit = true },
        FailureKind.Timeout => new(RetireEffect.Model, Memory.Transient, "every attempt took too long"),
        FailureKind.ModelUnavailable => new(RetireEffect.Model, Memory.Withdrawn, "no model is available"),
        FailureKind.RequestTooExpensive => new(RetireEffect.Model, Memory.None, "the request costs more than is left") { IsBilling = true },
        FailureKind.RequestTooLarge => new(RetireEffect.Model, Memory.None, "the request is larger than every model's limit"),
        FailureKind.ContextLengthExceeded => new(RetireEffect.ContextWindow, Memory.None, "the request is too long for every model"),
        FailureKind.NotConfigured => new(RetireEffect.Credential, Memory.None, "no key is configured"),
        FailureKind.Unknown => new(RetireEffect.Model, Memory.None, null),
        FailureKind.ContentFiltered => new(RetireEffect.Model, Memory.None, null) { IsTerminal = true },
        FailureKind.InvalidRequest => new(RetireEffect.Model, Memory.None, null) { IsTerminal = true },
        FailureKind.Cancelled => new(RetireEffect.Model, Memory.None, null) { IsTerminal = true },
    };
#pragma warning restore CS8524
}
