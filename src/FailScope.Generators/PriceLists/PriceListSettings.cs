using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.PriceLists;

/// <summary>The project's settings for comparing its price lists.</summary>
/// <param name="Date">The date with which expiry dates and the age of lists are compared; null if the project does not set it. Never the
/// day of the build: the same sources must give the same result on any day.</param>
/// <param name="Tolerance">The maximum relative difference between a declared price and the listed one: 0.01 means one percent.</param>
/// <param name="MaxAge">The maximum age of a list on <paramref name="Date"/>, in days.</param>
/// <param name="Mistake">Describes a setting that is not valid; null if all are valid.</param>
internal sealed record PriceListSettings(DateTime? Date, decimal Tolerance, int MaxAge, string? Mistake = null)
{
    internal const string DateProperty = "FailScopePricesDate";
    internal const string ToleranceProperty = "FailScopePricesTolerancePercent";
    internal const string MaxAgeProperty = "FailScopePricesMaxAgeDays";

    internal static PriceListSettings Default { get; } = new(null, 0.01m, 90);

    internal static PriceListSettings From(AnalyzerConfigOptions options)
    {
        PriceListSettings settings = Default;
        if (Get(options, DateProperty) is { } dateText)
        {
            settings = DateTime.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
                ? settings with { Date = date }
                : settings with { Mistake = $"{DateProperty} is '{dateText}', but must be a date in the form yyyy-MM-dd" };
        }

        if (Get(options, ToleranceProperty) is { } toleranceText)
        {
            settings = decimal.TryParse(toleranceText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100
                ? settings with { Tolerance = percent / 100 }
                : settings with { Mistake = $"{ToleranceProperty} is '{toleranceText}', but must be a number from 0 to 100" };
        }

        if (Get(options, MaxAgeProperty) is { } ageText)
        {
            settings = int.TryParse(ageText, NumberStyles.None, CultureInfo.InvariantCulture, out int days)
                ? settings with { MaxAge = days }
                : settings with { Mistake = $"{MaxAgeProperty} is '{ageText}', but must be a number of days" };
        }

        return settings;
    }

    private static string? Get(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out string? value) && value.Trim().Length > 0 ? value.Trim() : null;
}
