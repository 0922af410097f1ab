namespace FailScope.Generators.PriceLists.Reading;

/// <summary>Why a price list could not be read, and where.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 code units.</param>
/// <param name="Message">What is wrong, to follow the name of the file. Quotes nothing from the file but single characters.</param>
/// <param name="IsFormat">Whether the file is sound JSON, but in none of the known formats.</param>
internal sealed record PriceListProblem(int Line, int Column, string Message, bool IsFormat = false);
