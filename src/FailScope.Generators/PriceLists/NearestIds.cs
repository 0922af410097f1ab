using FailScope.Generators.PriceLists.Reading;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists;

/// <summary>Finds the listed ids that someone probably meant by an id that is not listed, or no longer offered.</summary>
internal static class NearestIds
{
    private const int Most = 3;

    /// <summary>
    /// The nearest ids of a provider, best first: ids of the same model with another vendor or in another case; if there
    /// are none, ids with a small spelling difference.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="provider">The list's name for the provider.</param>
    /// <param name="id">The id as written. It is not among the results.</param>
    internal static IReadOnlyList<string> Find(PriceList list, string provider, string id)
    {
        string model = Model(id);
        bool isAlias = id.StartsWith("~", StringComparison.Ordinal);
        var candidates = new List<string>();
        var nearest = new List<string>();
        foreach (ListedModel listed in list.ModelsOf(provider))
        {
            // Models that expire soon and aliases are not suggested.
            if (listed.Id == id || listed.Expires is not null || listed.IsAlias != isAlias)
            {
                continue;
            }

            if (nearest.Count < Most && string.Equals(Model(listed.Id), model, StringComparison.OrdinalIgnoreCase))
            {
                nearest.Add(listed.Id);
            }
            else
            {
                candidates.Add(listed.Id);
            }
        }

        if (nearest.Count > 0)
        {
            return nearest;
        }

        while (nearest.Count < Most && NearestName.Find(id, candidates) is { } next)
        {
            nearest.Add(next);
            candidates.Remove(next);
        }

        return nearest;
    }

    // The part after the vendor.
    private static string Model(string id) => id.Substring(id.LastIndexOf('/') + 1);
}
