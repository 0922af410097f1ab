namespace FailScope.Generators.PriceLists.Reading;

/// <summary>What was read from a file: a list, or the reason why there is none.</summary>
/// <param name="List">The list; null where there is a problem.</param>
/// <param name="Problem">The problem; null where there is none.</param>
internal sealed record PriceListReading(PriceList? List, PriceListProblem? Problem);
