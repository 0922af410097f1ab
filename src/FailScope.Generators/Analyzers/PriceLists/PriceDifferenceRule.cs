using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using FailScope.Generators.PriceLists.Reading;
using FailScope.Generators.Pricing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// A declared price that differs from the listed one. The price of any tier is accepted, because the tier depends on the
/// requests. An id that selects a way of routing has its own price, which no list states.
/// </summary>
internal static class PriceDifferenceRule
{
    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model.Listed is not { List: { } list, Model: { } listed, IsRouted: false })
        {
            return;
        }

        foreach (KeyValuePair<Price, decimal> price in listed.Prices)
        {
            if (model.Prices[(int)price.Key] is { Content: { } declared, Expression: { } expression }
                && !IsNear(declared, price.Value, lists.Settings.Tolerance)
                && !IsOfOtherTier(listed, price.Key, declared, lists.Settings.Tolerance))
            {
                Report(model, price.Key, declared, price.Value, list, expression, report);
            }
        }
    }

    private static bool IsOfOtherTier(ListedModel listed, Price price, decimal declared, decimal tolerance) =>
        listed.OtherTiers.Any(tier => tier.Key == price && IsNear(declared, tier.Value, tolerance));

    private static void Report(ModelDeclaration model, Price price, decimal declared, decimal usd, PriceList list, ExpressionSyntax expression, CatalogReport report) =>
        report.Add(
            Descriptors.PriceDiffers,
            expression,
            ImmutableDictionary<string, string?>.Empty.Add(ListedArguments.Value, ListedArguments.Usd(usd)),
            model.Name,
            price.ToString(),
            ListedArguments.Usd(declared),
            list.Describe(),
            ListedArguments.Usd(usd));

    private static bool IsNear(decimal declared, decimal listed, decimal tolerance) => Math.Abs(declared - listed) <= tolerance * listed;
}
