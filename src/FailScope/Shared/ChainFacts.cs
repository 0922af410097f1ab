using System;
using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// What retire tables and proofs need to know of the models of a chain, in order. Providers, accounts and credentials are
/// numbers that are equal where the thing is the same; what the numbers are is the caller's business.
/// </summary>
internal sealed class ChainFacts
{
    internal ChainFacts(int count)
    {
        Provider = new int[count];
        Account = new int[count];
        Credential = new int[count];
        IsFree = new bool[count];
        ContextWindow = new long[count];
        Capabilities = new ModelCapabilities?[count];
    }

    internal int Count => Provider.Length;

    internal int[] Provider { get; }

    internal int[] Account { get; }

    internal int[] Credential { get; }

    internal bool[] IsFree { get; }

    /// <summary>In tokens; 0 where none is declared.</summary>
    internal long[] ContextWindow { get; }

    /// <summary>Null where the model declares none, which says nothing about what it can do.</summary>
    internal ModelCapabilities?[] Capabilities { get; }

    /// <summary>Whether a failure of the model at <paramref name="failed"/> with this effect retires the one at <paramref name="other"/>.</summary>
    internal bool Retires(int failed, RetireEffect effect, int other) => other == failed || Covers(failed, effect, other);

    /// <summary>The same, but for the model that failed: whether its own facts put it among those that are retired.</summary>
    internal bool Covers(int failed, RetireEffect effect, int other)
    {
        RetireRule rule = RetireRules.For(effect);
        if (rule.Group == RetireGroup.ContextWindow)
        {
            return ContextWindow[other] > 0 && ContextWindow[other] <= ContextWindow[failed];
        }

        return NumberIn(rule.Group, other) == NumberIn(rule.Group, failed)
            && ((rule.Spares == SparedModels.Free && IsFree[failed]) || !IsSpared(rule.Spares, other));
    }

    /// <summary>The number of the group that the model belongs to: two models with one number are in one group.</summary>
    internal int NumberIn(RetireGroup group, int model) => group switch
    {
        RetireGroup.Provider => Provider[model],
        RetireGroup.Account => Account[model],
        RetireGroup.Credential => Credential[model],
        RetireGroup.Model => model,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Models in it have no number."),
    };

    /// <summary>Whether the model is known to lack one of the capabilities. A model that declares none is not known to lack any.</summary>
    internal bool Lacks(int model, ModelCapabilities required) =>
        Capabilities[model] is { } declared && (declared & required) != required;

    /// <summary>Whether the loss of the thing with this number takes the model away.</summary>
    internal bool Takes(LossOf loss, int thing, int model)
    {
        RetireRule rule = RetireRules.For(loss);
        return NumberIn(rule.Group, model) == thing && !IsSpared(rule.Spares, model);
    }

    /// <summary>The only thing whose loss of this kind can take the model away.</summary>
    internal int ThingOf(LossOf loss, int model) => NumberIn(RetireRules.For(loss).Group, model);

    /// <summary>The things whose loss takes at least one model away, in the order of the chain.</summary>
    internal IEnumerable<int> Things(LossOf loss)
    {
        var seen = new HashSet<int>();
        for (int model = 0; model < Count; model++)
        {
            int thing = ThingOf(loss, model);
            if (Takes(loss, thing, model) && seen.Add(thing))
            {
                yield return thing;
            }
        }
    }

    private bool IsSpared(SparedModels spared, int model) => spared switch
    {
        SparedModels.Free => IsFree[model],
        SparedModels.Priced => !IsFree[model],
        _ => false,
    };
}
