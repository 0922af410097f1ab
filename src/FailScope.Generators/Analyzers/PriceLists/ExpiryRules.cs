using System.Globalization;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// A model that is to go away, or has gone. Compared with the day that the project names, or else with the list's own: the clock
/// of the build would make the same sources fail tomorrow.
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
