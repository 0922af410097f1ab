using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using FailScope.Generators.Pricing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>A model that takes its facts from a list, but no list has them.</summary>
internal static class MissingEntryRule
{
    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is not { FromPriceList: { Content: true, Expression: { } expression }, Id: { Content: { } id, Expression: { } idExpression }, Credential.Target.Provider.Target: { } provider })
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        string? reason = null;
        ExpressionSyntax where = expression;
        switch (model.Listed)
        {
            // An unreadable list is reported instead, because it may contain the model.
            case { Model: null } when lists.HasProblem:
                break;
            case { List: null }:
                reason = lists.Lists.Count == 0
                    ? "the project has no list; add <FailScopePrices Include=\"…\" />"
                    : $"no list covers '{provider.Name}', by its address or by the metadata Provider=\"{provider.Name}=…\"";
                break;
            case { Model: null, List: { } list, Provider: { } listed }:
                IReadOnlyList<string> nearest = NearestIds.Find(list, listed, id);
                where = idExpression;
                properties = UnlistedModelRules.WithNearest(nearest);
                reason = $"{list.Describe()} does not contain '{id}'{UnlistedModelRules.Hint(nearest)}";
                break;
            case { List: { } list, Model.HasDynamicPrice: false } when !HasPrice(model, Price.InputUsdPerMillion) && !HasPrice(model, Price.OutputUsdPerMillion):
                reason = model.Listed.IsRouted ? $"{list.Describe()} has no price for this way of routing" : $"{list.Describe()} has no token prices for it";
                break;
        }

        if (reason is not null)
        {
            report.Add(Descriptors.MissingPriceListEntry, where, properties, model.Name, reason);
        }
    }

    private static bool HasPrice(ModelDeclaration model, Price price) => model.Prices[(int)price] is not { Expression: null, Content: null };
}
