using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>A free first choice followed by a priced model. Reported at the first priced model.</summary>
internal static class FreeFallsBackToPricedRule
{
    internal static void Check(ChainView chain, CatalogReport report)
    {
        if (!chain.IsComplete || !chain.Facts.IsFree[0])
        {
            return;
        }

        int priced = Array.IndexOf(chain.Facts.IsFree, false);
        if (priced > 0)
        {
            report.Add(Descriptors.FreeFallsBackToPriced, chain.EntryOf(priced), chain.Chain.Name, chain.Models[0].Name, chain.Models[priced].Name);
        }
    }
}
