using System;
using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// The facts about the models of a chain that retire tables and proofs need, in the order of the chain. Providers, accounts and
/// credentials are numbers; equal numbers mean the same resource. The caller chooses the numbers.
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

    /// <summary>In tokens; 0 if not declared.</summary>
    internal long[] ContextWindow { get; }

    /// <summary>Null if the model declares none, which means unknown.</summary>
    internal ModelCapabilities?[] Capabilities { get; }

    /// <summary>Whether a failure of the model at <paramref name="failed"/> with this effect retires the one at <paramref name="other"/>.</summary>
    internal bool Retires(int failed, RetireEffect effect, int other) => other == failed || Covers(failed, effect, other);

    /// <summary>The same, without treating the failed model specially: whether its own facts include it among the retired models.</summary>
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

    /// <summary>The number of the model's group. Models with the same number are in the same group.</summary>
    internal int NumberIn(RetireGroup group, int model) => group switch
    {
        RetireGroup.Provider => Provider[model],
        RetireGroup.Account => Account[model],
        RetireGroup.Credential => Credential[model],
        RetireGroup.Model => model,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Models of this group are compared by their context windows."),
    };

    /// <summary>
    /// Whether a model with these declared capabilities is known to lack a required one. If they are null, they are unknown, and the result
    /// is false.
    /// </summary>
    internal static bool Lacks(ModelCapabilities? declared, ModelCapabilities required) => declared is { } known && (known & required) != required;

    /// <summary>Whether the model is known to lack one of the capabilities.</summary>
    internal bool Lacks(int model, ModelCapabilities required) => Lacks(Capabilities[model], required);

    /// <summary>Whether the loss of the resource with this number retires the model.</summary>
    internal bool Takes(LossOf loss, int thing, int model)
    {
        RetireRule rule = RetireRules.For(loss);
        return NumberIn(rule.Group, model) == thing && !IsSpared(rule.Spares, model);
    }

    /// <summary>The only resource whose loss of this kind can retire the model.</summary>
    internal int ThingOf(LossOf loss, int model) => NumberIn(RetireRules.For(loss).Group, model);

    /// <summary>The resources whose loss retires at least one model, in the order of the chain.</summary>
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
