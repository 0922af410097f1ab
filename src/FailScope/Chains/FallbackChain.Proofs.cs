namespace FailScope;

public sealed partial class FallbackChain
{
    /// <summary>Whether some model of the chain is left after any single loss of the given kinds.</summary>
    /// <param name="losses">
    /// The kinds. <c>LossOf.Credit | LossOf.Provider</c> covers the empty credit of any one account, and the loss of any one provider.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="losses"/> contains an undefined flag.</exception>
    public bool Survives(LossOf losses)
    {
        LossOf known = RetireRules.Losses.Aggregate((all, loss) => all | loss);
        if ((losses & ~known) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(losses), losses, "The value is not a combination of LossOf flags.");
        }

        return !ChainProof.FindSingles(Facts(_models)).Exists(loss => (losses & loss.Kind) != 0);
    }

    /// <summary>
    /// Every loss after which no model of the chain is left: first of single resources, then of two at once if neither alone is enough.
    /// </summary>
    public IReadOnlyList<ChainLoss> FindLosses()
    {
        ChainFacts facts = Facts(_models);
        var losses = new List<ChainLoss>();
        losses.AddRange(ChainProof.FindSingles(facts).Select(loss => new ChainLoss(NameOf(facts, loss))));
        losses.AddRange(ChainProof.FindPairs(facts).Select(pair => new ChainLoss(NameOf(facts, pair.First), NameOf(facts, pair.Second))));
        return losses.AsReadOnly();
    }

    /// <summary>Converts the number of a resource in the proofs to the named resource.</summary>
    private LostResource NameOf(ChainFacts facts, LossFact loss)
    {
        Model model = _models[Enumerable.Range(0, _models.Length).First(position => facts.Takes(loss.Kind, loss.Thing, position))];
        RetireRule rule = RetireRules.For(loss.Kind);
        return new LostResource(loss.Kind, model.NameOf(rule.Group), model.GetScope(rule.Scope));
    }
}
