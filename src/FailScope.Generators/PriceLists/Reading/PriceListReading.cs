namespace FailScope.Generators.PriceLists.Reading;

/// <summary>The result of reading a file: a list or a problem.</summary>
/// <param name="List">The list; null if there is a problem.</param>
/// <param name="Problem">The problem; null if there is none.</param>
internal sealed record PriceListReading(PriceList? List, PriceListProblem? Problem);
