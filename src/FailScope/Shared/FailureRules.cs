#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The failure table. It exists only here; everything else is derived from it.</summary>
internal static class FailureRules
{
    /// <summary>The number of kinds.</summary>
    internal const int Count = (int)FailureKind.UsageLimitReached + 1;

    // A kind without a row is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    internal static FailureRule For(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed => new(RetireEffect.Credential, Memory.RefusedKey, "every key was refused")
        {
            Remedy = "Replace the API key of the credential {key}.",
        },
        FailureKind.CreditExhausted => new(RetireEffect.Credit, Memory.Money, "every account is out of credit")
        {
            IsBilling = true,
            IsLimit = true,
            Remedy = "Add credit to the account {account} at {provider}.",
        },
        FailureKind.KeyBudgetExhausted => new(RetireEffect.KeyBudget, Memory.Money, "every key has spent its budget")
        {
            IsBilling = true,
            IsLimit = true,
            Remedy = "Raise the spending limit of the credential {key}, or wait until it resets.",
        },
        FailureKind.FreeQuotaExhausted => new(RetireEffect.FreeQuota, Memory.DailyAllowance, "every free quota is used up")
        {
            IsLimit = true,
            Remedy = "Wait until the free quota of the account {account} resets, or add a priced model to the chain.",
        },
        FailureKind.UsageLimitReached => new(RetireEffect.UsageLimit, Memory.PlanWindow, "every account has reached the usage limit of its plan")
        {
            IsLimit = true,
            Remedy = "Wait until the usage limit of the account {account} resets, or upgrade its plan.",
        },
        FailureKind.ProviderUnreachable => new(RetireEffect.Provider, Memory.Connection, "no provider can be reached")
        {
            Remedy = "Check the network connection to {provider}, and whether it reports an outage.",
        },
        FailureKind.RateLimited => new(RetireEffect.Model, Memory.RateWindow, "every model is rate limited")
        {
            IsLimit = true,
            Remedy = "Send fewer requests to {model}, or ask {provider} for a higher rate limit.",
        },
        FailureKind.Overloaded => new(RetireEffect.Model, Memory.Transient, "every model is overloaded")
        {
            IsLimit = true,
            Remedy = "Try again later, or add a model at another provider to the chain.",
        },
        FailureKind.Timeout => new(RetireEffect.Model, Memory.Transient, "every attempt took too long")
        {
            Remedy = "Raise the time limit, or add a faster model to the chain.",
        },
        FailureKind.ModelUnavailable => new(RetireEffect.Model, Memory.Withdrawn, "no model is available")
        {
            Remedy = "Check that {provider} still offers the model id '{id}', and that the credential {key} has access to it.",
        },
        FailureKind.RequestTooExpensive => new(RetireEffect.Model, Memory.None, "the request costs more than is left")
        {
            IsBilling = true,
            Remedy = "Lower the maximum number of output tokens, or add credit to the account {account} at {provider}.",
        },
        FailureKind.RequestTooLarge => new(RetireEffect.Model, Memory.None, "the request is larger than every model's limit")
        {
            Remedy = "Send a smaller request, or ask {provider} for a higher limit.",
        },
        FailureKind.ContextLengthExceeded => new(RetireEffect.ContextWindow, Memory.None, "the request is too long for every model")
        {
            Remedy = "Send a shorter request, or add a model with a larger context window to the chain.",
        },
        FailureKind.NotConfigured => new(RetireEffect.Credential, Memory.None, "no key is configured")
        {
            Remedy = "Set the API key of the credential {key}.",
        },
        FailureKind.Unknown => new(RetireEffect.Model, Memory.None, null),
        FailureKind.ContentFiltered => new(RetireEffect.Model, Memory.None, null)
        {
            IsTerminal = true,
            Remedy = "Change the content of the request.",
        },
        FailureKind.InvalidRequest => new(RetireEffect.Model, Memory.None, null)
        {
            IsTerminal = true,
            Remedy = "Correct the request: the message of {provider} says what is wrong with it.",
        },
        FailureKind.Cancelled => new(RetireEffect.Model, Memory.None, null) { IsTerminal = true },
    };
#pragma warning restore CS8524
}
