using System;
using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// The table of effects: which models each effect retires, its scope key, and the corresponding outage of a chain. It exists
/// only here; tables, proofs, trail, diagrams and analyzers are derived from it.
/// </summary>
internal static class RetireRules
{
    /// <summary>The number of effects.</summary>
    internal const int Count = (int)RetireEffect.UsageLimit + 1;

    // The rows with an outage of a chain, in the order of the outages' numbers.
    private static readonly RetireRule[] LossRules = FindLossRules();

    /// <summary>The outages that a chain can survive, in the order in which they are listed.</summary>
    internal static readonly LossOf[] Losses = Array.ConvertAll(LossRules, rule => rule.Loss);

    // An effect without a row is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    internal static RetireRule For(RetireEffect effect) => effect switch
    {
        RetireEffect.Model => new(RetireGroup.Model, SparedModels.None, ScopeKind.Model, LossOf.Model, "model {0}"),
        RetireEffect.Credential => new(RetireGroup.Credential, SparedModels.None, ScopeKind.Credential, LossOf.Credential, "key {0}"),
        RetireEffect.Credit => new(RetireGroup.Account, SparedModels.Free, ScopeKind.Credit, LossOf.Credit, "credit of {0}"),
        RetireEffect.KeyBudget => new(RetireGroup.Credential, SparedModels.Free, ScopeKind.KeyBudget, LossOf.None, null),
        RetireEffect.FreeQuota => new(RetireGroup.Account, SparedModels.Priced, ScopeKind.FreeQuota, LossOf.FreeQuota, "free quota of {0}"),
        RetireEffect.Provider => new(RetireGroup.Provider, SparedModels.None, ScopeKind.Provider, LossOf.Provider, "provider {0}"),
        RetireEffect.ContextWindow => new(RetireGroup.ContextWindow, SparedModels.None, ScopeKind.None, LossOf.None, null),
        RetireEffect.UsageLimit => new(RetireGroup.Account, SparedModels.None, ScopeKind.UsageLimit, LossOf.UsageLimit, "usage allowance of {0}"),
    };
#pragma warning restore CS8524

    /// <summary>The row of a scope.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None, or an undefined value.</exception>
    internal static RetireRule For(ScopeKind scope)
    {
        for (int effect = 0; effect < Count && scope != ScopeKind.None; effect++)
        {
            if (For((RetireEffect)effect) is var rule && rule.Scope == scope)
            {
                return rule;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(scope), scope, "There is no scope key of this kind.");
    }

    /// <summary>The row of a single outage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None, several flags, or an undefined value.</exception>
    internal static RetireRule For(LossOf loss)
    {
        foreach (RetireRule rule in LossRules)
        {
            if (rule.Loss == loss)
            {
                return rule;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(loss), loss, "The value is not a single LossOf flag.");
    }

    private static RetireRule[] FindLossRules()
    {
        var rules = new List<RetireRule>();
        for (int effect = 0; effect < Count; effect++)
        {
            RetireRule rule = For((RetireEffect)effect);
            if (rule.Loss != LossOf.None)
            {
                rules.Add(rule);
            }
        }

        rules.Sort((left, right) => left.Loss.CompareTo(right.Loss));
        return rules.ToArray();
    }
}
