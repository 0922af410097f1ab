using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary><c>Free = true</c> together with a price above 0.</summary>
internal static class FreeWithPriceRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (ModelDeclaration model in catalog.Models)
        {
            if (model.Free is { Content: true, Expression: { } expression } && FirstAboveZero(model) is { } price)
            {
                report.Add(Descriptors.FreeWithPrice, expression, model.Name, price.Name);
            }
        }
    }

    /// <summary>The first price above 0; null if there is none.</summary>
    internal static (ExpressionSyntax Expression, string Name)? FirstAboveZero(ModelDeclaration model)
    {
        for (int i = 0; i < model.Prices.Length; i++)
        {
            if (model.Prices[i] is { Content: > 0, Expression: { } expression })
            {
                return (expression, ModelDeclaration.PriceNames[i]);
            }
        }

        return null;
    }
}
