#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>How long a retirement is remembered between turns when the provider names no time itself.</summary>
internal enum Memory
{
    /// <summary>Not at all: the failure says nothing about the next request.</summary>
    None,

    /// <summary>Seconds to a minute: trouble that usually passes.</summary>
    Short,

    /// <summary>Minutes to hours: somebody has to act.</summary>
    Long,

    /// <summary>Until the next midnight UTC: a daily allowance.</summary>
    UtcMidnight,
}

/// <summary>One row of the failure table.</summary>
/// <param name="Effect">Which models it retires for the rest of the turn, the failing one always among them.</param>
/// <param name="IsTerminal">Whether the turn ends here because no other model would do better.</param>
/// <param name="Scope">The scope key under which it is remembered between turns; null when it is not.</param>
/// <param name="Memory">For how long, where the provider does not say.</param>
internal readonly record struct FailureRule(RetireEffect Effect, bool IsTerminal, ScopeKind? Scope, Memory Memory);

/// <summary>The failure table. It exists once, here; everything else derives from it.</summary>
internal static class FailureRules
{
    // A kind without a row is CS8509, an error in this build. CS8524 speaks of numbers that are no kind at all: those throw.
#pragma warning disable CS8524
    internal static FailureRule For(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed => new(RetireEffect.Credential, false, ScopeKind.Credential, Memory.Long),
        FailureKind.CreditExhausted => new(RetireEffect.Credit, false, ScopeKind.Credit, Memory.Long),
        FailureKind.KeyBudgetExhausted => new(RetireEffect.KeyBudget, false, ScopeKind.KeyBudget, Memory.Long),
        FailureKind.FreeQuotaExhausted => new(RetireEffect.FreeQuota, false, ScopeKind.FreeQuota, Memory.UtcMidnight),
        FailureKind.ProviderUnreachable => new(RetireEffect.Provider, false, ScopeKind.Provider, Memory.Short),
        FailureKind.RateLimited => new(RetireEffect.Model, false, ScopeKind.Model, Memory.Short),
        FailureKind.Overloaded => new(RetireEffect.Model, false, ScopeKind.Model, Memory.Short),
        FailureKind.Timeout => new(RetireEffect.Model, false, ScopeKind.Model, Memory.Short),
        FailureKind.ModelUnavailable => new(RetireEffect.Model, false, ScopeKind.Model, Memory.Long),
        FailureKind.RequestTooExpensive => new(RetireEffect.Model, false, null, Memory.None),
        FailureKind.ContextLengthExceeded => new(RetireEffect.ContextWindow, false, null, Memory.None),
        FailureKind.NotConfigured => new(RetireEffect.Credential, false, null, Memory.None),
        FailureKind.Unknown => new(RetireEffect.Model, false, null, Memory.None),
        FailureKind.ContentFiltered => new(RetireEffect.Model, true, null, Memory.None),
        FailureKind.InvalidRequest => new(RetireEffect.Model, true, null, Memory.None),
        FailureKind.Cancelled => new(RetireEffect.Model, true, null, Memory.None),
    };
#pragma warning restore CS8524
}
