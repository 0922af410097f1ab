using FailScope.Generators.PriceLists.Reading;

namespace FailScope.Generators.PriceLists;

/// <summary>What the project's lists say about a model of the catalog.</summary>
/// <param name="List">The list that speaks: the first that knows the id, or else the first that covers its provider. Null where none does.</param>
/// <param name="Provider">The list's name for the provider; null where no list covers it.</param>
/// <param name="Model">The entry; null where no list knows the id.</param>
/// <param name="IsRouted">Whether the id asks for a way of routing, and the entry is that of the model behind it. Its price may be another.</param>
internal readonly record struct PriceListAnswer(PriceList? List, string? Provider, ListedModel? Model, bool IsRouted)
{
    /// <summary>Whether a list covers the provider, and none knows the id.</summary>
    internal bool IsUnknown => List is not null && Model is null;
}
