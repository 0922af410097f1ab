using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The loss of one resource: the account, key, provider or model with this number.</summary>
internal readonly record struct LossFact(LossOf Kind, int Thing);

/// <summary>Finds the losses after which no model of a chain is left. The build and the runtime use the same code.</summary>
internal static class ChainProof
{
    /// <summary>Every single resource whose loss retires a model of the chain.</summary>
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

    /// <summary>The positions whose models remain after the loss, in order.</summary>
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

    /// <summary>Whether no model is left after the loss.</summary>
    internal static bool Empties(ChainFacts facts, LossFact loss) => FirstRemaining(facts, loss) < 0;

    /// <summary>The single losses after which no model is left.</summary>
    internal static List<LossFact> FindSingles(ChainFacts facts)
    {
        // Such a loss retires the first model too, so only the losses of the first model are checked.
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

    /// <summary>The pairs of losses after which no model is left, although one is left after either alone.</summary>
    internal static List<(LossFact First, LossFact Second)> FindPairs(ChainFacts facts)
    {
        // One of the two retires the first model, and the other retires the first model that is then left. So there are only a few pairs to
        // check, however long the chain is.
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

    /// <summary>The losses that retire the model: at most one of each kind.</summary>
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

    /// <summary>The first position whose model remains after the loss; -1 if there is none.</summary>
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

    /// <summary>Whether the second loss retires every model that remains after the first.</summary>
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

    // The order of single losses: by kind, then by the first model that is retired.
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
