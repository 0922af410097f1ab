using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Rules;
#else
namespace FailScope;
#endif

/// <summary>The loss of one thing: the credit of the account, the key, the provider or the model with this number.</summary>
internal readonly record struct LossFact(LossOf Kind, int Thing);

/// <summary>Which losses leave nothing of a chain: the same answer at build time and at run time.</summary>
internal static class ChainProof
{
    /// <summary>The kinds of loss, in the order in which they are told.</summary>
    internal static readonly LossOf[] Kinds = [LossOf.Credit, LossOf.Credential, LossOf.Provider, LossOf.Model, LossOf.FreeQuota];

    /// <summary>Every single thing whose loss takes a model of the chain away.</summary>
    internal static List<LossFact> Singles(ChainFacts facts)
    {
        var singles = new List<LossFact>();
        foreach (LossOf kind in Kinds)
        {
            foreach (int thing in facts.Things(kind))
            {
                singles.Add(new LossFact(kind, thing));
            }
        }

        return singles;
    }

    /// <summary>The positions that remain after the loss, in order.</summary>
    internal static List<int> Remaining(ChainFacts facts, LossFact loss)
    {
        var remaining = new List<int>();
        for (int model = 0; model < facts.Count; model++)
        {
            if (!facts.Takes(loss.Kind, loss.Thing, model))
            {
                remaining.Add(model);
            }
        }

        return remaining;
    }

    /// <summary>Whether the loss leaves no model.</summary>
    internal static bool Empties(ChainFacts facts, LossFact loss) => Remaining(facts, loss).Count == 0;

    /// <summary>The single losses that empty the chain.</summary>
    internal static List<LossFact> FindSingles(ChainFacts facts) => Singles(facts).FindAll(loss => Empties(facts, loss));

    /// <summary>The pairs of losses that empty the chain although neither does alone.</summary>
    internal static List<(LossFact First, LossFact Second)> FindPairs(ChainFacts facts)
    {
        List<LossFact> candidates = Singles(facts).FindAll(loss => !Empties(facts, loss));
        var left = new List<List<int>>(candidates.Count);
        foreach (LossFact loss in candidates)
        {
            left.Add(Remaining(facts, loss));
        }

        var pairs = new List<(LossFact, LossFact)>();
        for (int first = 0; first < candidates.Count; first++)
        {
            for (int second = first + 1; second < candidates.Count; second++)
            {
                // The second must take every model that the first leaves. Most pairs fail at the first model looked at.
                LossFact other = candidates[second];
                if (left[first].TrueForAll(model => facts.Takes(other.Kind, other.Thing, model)))
                {
                    pairs.Add((candidates[first], other));
                }
            }
        }

        return pairs;
    }
}
