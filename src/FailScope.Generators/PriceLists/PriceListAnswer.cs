using FailScope.Generators.PriceLists.Reading;

namespace FailScope.Generators.PriceLists;

/// <summary>The result of looking up a model of the catalog in the project's lists.</summary>
/// <param name="List">The first list that contains the id, otherwise the first that covers its provider; null if there is none.</param>
/// <param name="Provider">The list's name for the provider; null if no list covers it.</param>
/// <param name="Model">The entry; null if no list contains the id.</param>
/// <param name="IsRouted">Whether the id selects a way of routing, and the entry is that of the underlying model. The price can differ.</param>
internal readonly record struct PriceListAnswer(PriceList? List, string? Provider, ListedModel? Model, bool IsRouted)
{
    /// <summary>Whether a list covers the provider, but none contains the id.</summary>
    internal bool IsUnknown => List is not null && Model is null;
}
