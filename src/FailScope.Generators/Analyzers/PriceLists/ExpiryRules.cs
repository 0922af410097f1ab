using System.Globalization;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// A model that expires soon or has expired. The expiry date is compared with the date that the project sets, or else with the
/// date of the list. With the clock of the machine, the same sources could fail on another day.
/// </summary>
internal static class ExpiryRules
{
    private const int SoonDays = 90;

    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is not { Listed: { List: { } list, Provider: { } provider, Model.Expires: { } day }, Id: { Content: { } id, Expression: { } expression } }
            || (lists.Settings.Date ?? list.Date) is not { } today)
        {
            return;
        }

        if (day <= today)
        {
            IReadOnlyList<string> nearest = NearestIds.Find(list, provider, id);
            report.Add(Descriptors.ExpiredModel, expression, UnlistedModelRules.WithNearest(nearest), model.Name, list.Describe(), ListedArguments.Day(day), UnlistedModelRules.Hint(nearest));
        }
        else if ((day - today).Days is <= SoonDays and var days)
        {
            report.Add(Descriptors.ExpiringModel, expression, model.Name, list.Describe(), ListedArguments.Day(day), days.ToString(CultureInfo.InvariantCulture), ListedArguments.Day(today));
        }
    }
}
