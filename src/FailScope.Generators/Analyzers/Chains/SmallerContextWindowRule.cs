using System.Globalization;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>A model whose declared window is smaller than that of the chain's first choice.</summary>
internal static class SmallerContextWindowRule
{
    internal static void Check(ChainView chain, CatalogReport report)
    {
        // If the first entry is invalid, the next valid one is not the first choice.
        if (chain.Models.Count == 0 || chain.Chain.References[0].Target != chain.Models[0])
        {
            return;
        }

        long first = chain.Facts.ContextWindow[0];
        for (int position = 1; position < chain.Models.Count; position++)
        {
            if (chain.Facts.ContextWindow[position] is > 0 and var window && window < first)
            {
                report.Add(
                    Descriptors.SmallerContextWindow,
                    chain.EntryOf(position),
                    chain.Chain.Name,
                    chain.Models[position].Name,
                    window.ToString("N0", CultureInfo.InvariantCulture),
                    chain.Models[0].Name,
                    first.ToString("N0", CultureInfo.InvariantCulture));
            }
        }
    }
}
