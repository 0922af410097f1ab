using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>Pairs of losses that together end a chain although it survives each of them. Hidden by default.</summary>
internal static class TwoLossesRule
{
    private const int MostPairs = 6;

    internal static void Check(ChainView chain, CatalogReport report)
    {
        if (!chain.IsComplete)
        {
            return;
        }

        List<(LossFact First, LossFact Second)> pairs = ChainProof.FindPairs(chain.Facts).FindAll(pair => pair.First.Kind != LossOf.Model && pair.Second.Kind != LossOf.Model);
        if (pairs.Count > 0)
        {
            IEnumerable<string> told = pairs.Take(MostPairs).Select(pair => $"{Describe(chain, pair.First)} and {Describe(chain, pair.Second)}");
            report.Add(
                Descriptors.TwoLossesEndChain,
                chain.Chain.Syntax.Identifier,
                chain.Chain.Name,
                string.Join("; ", told) + (pairs.Count > MostPairs ? $"; and {pairs.Count - MostPairs} more" : ""));
        }
    }

    private static string Describe(ChainView chain, LossFact loss) => "the " + RetireRules.For(loss.Kind).DescribeLoss($"'{chain.NameOf(loss)}'");
}
