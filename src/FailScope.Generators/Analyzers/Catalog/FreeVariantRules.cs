using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// Ids that contain "free" although the model counts as priced, or as free for another reason. Models that set <c>Free</c> are
/// not reported.
/// </summary>
internal static class FreeVariantRules
{
    private const string Free = "free";

    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (ModelDeclaration model in catalog.Models)
        {
            // Most ids do not contain it.
            if (model is { Free.Expression: null, Id: { Content: { } id, Expression: { } expression } }
                && id.IndexOf(Free, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                Check(model, id, expression, report);
            }
        }
    }

    private static void Check(ModelDeclaration model, string id, ExpressionSyntax expression, CatalogReport report)
    {
        if (ModelId.IsFreeVariant(id))
        {
            if (FreeWithPriceRule.FirstAboveZero(model) is { } price)
            {
                report.Add(Descriptors.PricedFreeVariant, price.Expression, model.Name, price.Name);
            }

            return;
        }

        string[] segments = id.Split(':');
        string last = segments[segments.Length - 1];
        if (segments.Skip(1).Any(segment => string.Equals(segment, Free, StringComparison.OrdinalIgnoreCase)))
        {
            if (FreeWithPriceRule.FirstAboveZero(model) is null)
            {
                report.Add(Descriptors.StackedFreeVariant, expression, model.Name, last, model.IsFree ? "free" : "priced");
            }
        }
        else if (!DeclaresAnyPrice(model))
        {
            if (segments.Length > 1 && last.TrimStart().StartsWith(Free, StringComparison.OrdinalIgnoreCase))
            {
                report.Add(Descriptors.AlmostFreeVariant, expression, model.Name, last);
            }
            else if (SaysFree(id))
            {
                report.Add(Descriptors.FreeInName, expression, model.Name, id);
            }
        }
    }

    private static bool DeclaresAnyPrice(ModelDeclaration model) => model.Prices.Any(price => price.Expression is not null);

    /// <summary>Whether "free" is a whole word of the name after the vendor, with no letters next to it.</summary>
    private static bool SaysFree(string id)
    {
        int start = id.LastIndexOf('/') + 1;
        for (int at = start; (at = id.IndexOf(Free, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int end = at + Free.Length;
            if ((at == start || !char.IsLetter(id[at - 1])) && (end == id.Length || !char.IsLetter(id[end])))
            {
                return true;
            }
        }

        return false;
    }
}
