using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The loss of one thing: the credit of the account, the key, the provider or the model with this number.</summary>
internal readonly record struct LossFact(LossOf Kind, int Thing);

/// <summary>Which losses leave nothing of a chain: the same answer at build time and at run time.</summary>
internal static class ChainProof
{
    /// <summary>Every single thing whose loss takes a model of the chain away.</summary>
    internal static List<LossFact> Singles(ChainFacts facts)
    {
        var singles = new List<LossFact>();
        foreach (LossOf kind in RetireRules.Losses)
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
    internal static bool Empties(ChainFacts facts, LossFact loss) => FirstRemaining(facts, loss) < 0;

    /// <summary>The single losses that empty the chain.</summary>
    internal static List<LossFact> FindSingles(ChainFacts facts)
    {
        // One that does takes the first model away.
        var singles = new List<LossFact>();
        foreach (LossFact loss in Taking(facts, 0))
        {
            if (Empties(facts, loss))
            {
                singles.Add(loss);
            }
        }

        return singles;
    }

    /// <summary>The pairs of losses that empty the chain although neither does alone.</summary>
    internal static List<(LossFact First, LossFact Second)> FindPairs(ChainFacts facts)
    {
        // One of the two takes the first model away, and the other the first that is then left: a handful of pairs to look
        // at, however long the chain.
        var pairs = new List<(LossFact First, LossFact Second)>();
        foreach (LossFact one in Taking(facts, 0))
        {
            int left = FirstRemaining(facts, one);
            if (left < 0)
            {
                continue;
            }

            foreach (LossFact other in Taking(facts, left))
            {
                if (TakesAllThat(facts, one, other) && !Empties(facts, other))
                {
                    (LossFact First, LossFact Second) pair = Compare(facts, one, other) < 0 ? (one, other) : (other, one);
                    if (!pairs.Contains(pair))
                    {
                        pairs.Add(pair);
                    }
                }
            }
        }

        pairs.Sort((left, right) => Compare(facts, left.First, right.First) is not 0 and var order ? order : Compare(facts, left.Second, right.Second));
        return pairs;
    }

    /// <summary>The losses that take the model away: one of each kind at most.</summary>
    private static IEnumerable<LossFact> Taking(ChainFacts facts, int model)
    {
        foreach (LossOf kind in RetireRules.Losses)
        {
            if (model < facts.Count && facts.ThingOf(kind, model) is var thing && facts.Takes(kind, thing, model))
            {
                yield return new LossFact(kind, thing);
            }
        }
    }

    /// <summary>The first position that remains after the loss; -1 where none does.</summary>
    private static int FirstRemaining(ChainFacts facts, LossFact loss)
    {
        for (int model = 0; model < facts.Count; model++)
        {
            if (!facts.Takes(loss.Kind, loss.Thing, model))
            {
                return model;
            }
        }

        return -1;
    }

    /// <summary>Whether the second loss takes every model that the first leaves.</summary>
    private static bool TakesAllThat(ChainFacts facts, LossFact first, LossFact second)
    {
        for (int model = 0; model < facts.Count; model++)
        {
            if (!facts.Takes(first.Kind, first.Thing, model) && !facts.Takes(second.Kind, second.Thing, model))
            {
                return false;
            }
        }

        return true;
    }

    // The order in which single losses are told: by kind, then by the first model that is hit.
    private static int Compare(ChainFacts facts, LossFact left, LossFact right) =>
        left.Kind != right.Kind
            ? left.Kind.CompareTo(right.Kind)
            : FirstTaken(facts, left).CompareTo(FirstTaken(facts, right));

    private static int FirstTaken(ChainFacts facts, LossFact loss)
    {
        int model = 0;
        while (!facts.Takes(loss.Kind, loss.Thing, model))
        {
            model++;
        }

        return model;
    }
}
