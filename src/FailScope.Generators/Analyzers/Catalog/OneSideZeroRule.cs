using System.Globalization;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// One token price is declared as 0, and the other is above 0 or not declared. Models that set <c>Free</c> are not reported, and
/// neither are embedding and reranking models, which have no output to bill.
/// </summary>
internal static class OneSideZeroRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (ModelDeclaration model in catalog.Models)
        {
            if (model.Free.Expression is null && !ModelId.IsFreeVariant(model.Id.Content))
            {
                Check(model, Price.InputUsdPerMillion, "input tokens", Price.OutputUsdPerMillion, "output tokens", report);
                if (!HasNoOutput(model.Id.Content))
                {
                    Check(model, Price.OutputUsdPerMillion, "output tokens", Price.InputUsdPerMillion, "input tokens", report);
                }
            }
        }
    }

    // Nearly all of them have such names. Price lists have 0 for their output.
    private static bool HasNoOutput(string? id) =>
        id is not null && (id.IndexOf("embed", StringComparison.OrdinalIgnoreCase) >= 0 || id.IndexOf("rerank", StringComparison.OrdinalIgnoreCase) >= 0);

    private static void Check(ModelDeclaration model, Price price, string tokens, Price otherPrice, string otherTokens, CatalogReport report)
    {
        Value<decimal?> zero = model.Prices[(int)price];
        Value<decimal?> other = model.Prices[(int)otherPrice];
        if (zero is not { Content: 0, Expression: not null } || other.Content == 0)
        {
            return;
        }

        if (other is { Expression: null, Content: null })
        {
            report.Add(Descriptors.OneSideZero, zero.Expression!, model.Name, tokens, "nothing", otherTokens);
        }
        else if (other.Content is { } usd)
        {
            report.Add(Descriptors.OneSideZero, zero.Expression!, model.Name, tokens, usd.ToString(CultureInfo.InvariantCulture), otherTokens);
        }
    }
}
