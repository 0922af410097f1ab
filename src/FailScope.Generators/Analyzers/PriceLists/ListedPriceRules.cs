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
/// Differences between list and catalog about what costs money: a model that counts as free but has a price, one that counts as
/// priced but is free, a price that depends on the request, and a price that is not declared.
/// </summary>
internal static class ListedPriceRules
{
    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is not { Listed: { List: { } list, Model: { } listed, IsRouted: var isRouted }, Id.Expression: { } id })
        {
            return;
        }

        if (model.IsFree)
        {
            if (!listed.IsFree && (listed.PriceAboveZero ?? (listed.HasDynamicPrice ? "a price that depends on the request" : null)) is { } price)
            {
                report.Add(Descriptors.FreeButListedWithPrice, WhatSaysFree(model) ?? id, Missing(listed), model.Name, list.Describe(), Describe(listed, price));
            }

            return;
        }

        if (listed.HasDynamicPrice)
        {
            report.Add(Descriptors.DynamicPrice, id, model.Name, list.Describe());
        }

        // The model is declared as priced, or its variant may cost money. The declaration takes precedence.
        if (model.Free.Expression is not null || isRouted || model.FromPriceList.Content == true)
        {
            return;
        }

        if (listed.IsFree)
        {
            report.Add(Descriptors.PricedButListedFree, id, model.Name, list.Describe());
        }
        else if (listed.Prices.Count > 0 && model.Prices.All(price => price.Expression is null))
        {
            report.Add(Descriptors.UndeclaredPrice, id, Missing(listed), model.Name, list.Describe(), string.Join(", ", ListedArguments.All(listed).Where(argument => argument.Contains("Usd"))));
        }
    }

    private static ExpressionSyntax? WhatSaysFree(ModelDeclaration model) =>
        model.Free is { Content: true, Expression: { } free } ? free : model.Prices[(int)Price.InputUsdPerMillion].Expression;

    private static string Describe(ListedModel listed, string price) =>
        Enum.TryParse(price, out Price named) && listed.PriceOf(named) is { } usd ? $"{price} = {ListedArguments.Usd(usd)}" : price;

    private static ImmutableDictionary<string, string?> Missing(ListedModel listed) =>
        ImmutableDictionary<string, string?>.Empty.Add(ListedArguments.Missing, string.Join("\n", ListedArguments.All(listed)));
}
