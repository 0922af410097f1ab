using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>
/// A model that lacks a capability that its chain requires, or that declares no capabilities. Two rules, because the first is a
/// mistake and the second is missing information.
/// </summary>
internal static class CapabilityRules
{
    internal static void Check(ChainView chain, CatalogReport report)
    {
        ModelCapabilities required = chain.Chain.Requires.Content;
        if (required == ModelCapabilities.None)
        {
            return;
        }

        for (int position = 0; position < chain.Models.Count; position++)
        {
            if (chain.Facts.Lacks(position, required))
            {
                ModelCapabilities lacking = required & ~chain.Facts.Capabilities[position]!.Value;
                report.Add(Descriptors.MissingCapability, chain.EntryOf(position), chain.Chain.Name, chain.Models[position].Name, lacking.ToString());
            }
            else if (chain.Models[position].Capabilities is { Expression: null, Content: null })
            {
                report.Add(Descriptors.UndeclaredCapabilities, chain.EntryOf(position), chain.Chain.Name, chain.Models[position].Name, required.ToString());
            }
        }
    }
}
