namespace FailScope.Generators.PriceLists.Reading;

/// <summary>Why a price list could not be read, and where.</summary>
/// <param name="Line">The line, starting from 1.</param>
/// <param name="Column">The column, starting from 1, in UTF-16 code units.</param>
/// <param name="Message">What is wrong, as the end of a sentence that starts with the name of the file. Quotes only single characters of the file.</param>
/// <param name="IsFormat">Whether the file is valid JSON in an unknown format.</param>
internal sealed record PriceListProblem(int Line, int Column, string Message, bool IsFormat = false);
