namespace FailScope;

public sealed partial class FallbackChain
{
    /// <summary>Whether something of the chain is left after any one loss of the kinds, each one alone.</summary>
    /// <param name="losses">
    /// The kinds: <c>LossOf.Credit | LossOf.Provider</c> asks after any one empty account, and any one lost provider.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="losses"/> has a flag that is none of the named ones.</exception>
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
    /// Every loss that leaves nothing of the chain: of single things, then of two at once where neither does it alone.
    /// </summary>
    public IReadOnlyList<ChainLoss> FindLosses()
    {
        ChainFacts facts = Facts(_models);
        var losses = new List<ChainLoss>();
        losses.AddRange(ChainProof.FindSingles(facts).Select(loss => new ChainLoss(NameOf(facts, loss))));
        losses.AddRange(ChainProof.FindPairs(facts).Select(pair => new ChainLoss(NameOf(facts, pair.First), NameOf(facts, pair.Second))));
        return losses.AsReadOnly();
    }

    /// <summary>Gives a thing that the proofs know by number its name.</summary>
    private LostResource NameOf(ChainFacts facts, LossFact loss)
    {
        Model model = _models[Enumerable.Range(0, _models.Length).First(position => facts.Takes(loss.Kind, loss.Thing, position))];
        RetireRule rule = RetireRules.For(loss.Kind);
        return new LostResource(loss.Kind, model.NameOf(rule.Group), model.GetScope(rule.Scope));
    }
}
