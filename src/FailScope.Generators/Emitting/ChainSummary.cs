using FailScope.Generators.Models;
using FailScope.Generators.Shared;

namespace FailScope.Generators.Emitting;

/// <summary>The tooltip of a chain: its models, and which of them are left after each loss.</summary>
internal static class ChainSummary
{
    // A tooltip is small, so the rows that do not fit are only counted.
    private const int MostNames = 12;
    private const int MostRows = 24;

    internal static string Of(CatalogModel catalog, ChainModel chain) => Names(catalog, chain, [.. Enumerable.Range(0, chain.Models.Count)], " → ");

    internal static IReadOnlyList<string> BlastRadius(CatalogModel catalog, ChainModel chain)
    {
        ChainFacts facts = Facts(catalog, chain);
        var rows = new List<string>();
        int left = 0;
        foreach (LossFact loss in ChainProof.Singles(facts))
        {
            // The loss of one model leaves the others, so it needs no row.
            if (loss.Kind == LossOf.Model)
            {
                continue;
            }

            if (rows.Count == MostRows)
            {
                left++;
                continue;
            }

            List<int> remaining = ChainProof.Remaining(facts, loss);
            string remains = remaining.Count == 0 ? "none" : Names(catalog, chain, remaining, ", ");
            rows.Add($"<item><term>{Describe(catalog, loss)}</term><description>{remains}</description></item>");
        }

        rows.Insert(0, "<list type=\"table\"><listheader><term>After the loss of</term><description>Models left</description></listheader>");
        rows.Add(left == 0 ? "</list>" : $"<item><term>… and {left} more</term><description></description></item></list>");
        return rows;
    }

    /// <summary>The input of the tables. Accounts, credentials and providers are numbered in the order of the catalog.</summary>
    internal static ChainFacts Facts(CatalogModel catalog, ChainModel chain)
    {
        var facts = new ChainFacts(chain.Models.Count);
        for (int i = 0; i < chain.Models.Count; i++)
        {
            ModelModel model = catalog.Models[chain.Models[i]];
            int credential = IndexOf(catalog.Credentials, item => item.Property.Name, model.Credential);
            CredentialModel key = catalog.Credentials[credential];
            facts.Credential[i] = credential;
            facts.Provider[i] = IndexOf(catalog.Providers, item => item.Property.Name, key.Provider);

            // Declared accounts come first, followed by the implied accounts of credentials.
            facts.Account[i] = key.Account is null ? catalog.Accounts.Count + credential : IndexOf(catalog.Accounts, item => item.Property.Name, key.Account);
            facts.IsFree[i] = model.IsFree;
            facts.ContextWindow[i] = model.ContextWindow;
            facts.Capabilities[i] = (ModelCapabilities?)model.Capabilities;
        }

        return facts;
    }

    private static int IndexOf<T>(EquatableArray<T> items, Func<T, string> name, string wanted)
        where T : IEquatable<T>
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (name(items[i]) == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Describe(CatalogModel catalog, LossFact loss)
    {
        RetireRule rule = RetireRules.For(loss.Kind);
        return rule.DescribeLoss(rule.Group switch
        {
            RetireGroup.Account => Account(catalog, loss.Thing),
            RetireGroup.Credential => catalog.Credentials[loss.Thing].Property.Name,
            _ => catalog.Providers[loss.Thing].Property.Name,
        });
    }

    private static string Account(CatalogModel catalog, int number) =>
        number < catalog.Accounts.Count
            ? catalog.Accounts[number].Property.Name
            : catalog.Credentials[number - catalog.Accounts.Count].Property.Name;

    private static string Names(CatalogModel catalog, ChainModel chain, List<int> positions, string separator)
    {
        string names = string.Join(separator, positions.Take(MostNames).Select(position => catalog.Models[chain.Models[position]].Property.Name));
        return positions.Count <= MostNames ? names : $"{names} and {positions.Count - MostNames} more";
    }
}
