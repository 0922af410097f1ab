using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using FailScope.Generators.PriceLists.Reading;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// An id that no list of its provider contains, or a free variant that is not listed although the model is. A model that takes
/// its facts from a list is reported by <see cref="MissingEntryRule"/>.
/// </summary>
internal static class UnlistedModelRules
{
    private const string FreeVariant = ":free";

    // "ft:base:organization:name:id" is a customer's own fine-tuned model, which is in no list.
    private const string FineTuned = "ft:";

    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is not { Listed: { IsUnknown: true, List: { } list, Provider: { } provider }, Id: { Content: { } id, Expression: { } expression } }
            || id.StartsWith(FineTuned, StringComparison.Ordinal)
            || model.FromPriceList.Content == true)
        {
            return;
        }

        if (ModelId.IsFreeVariant(id) && list.Find(provider, id.Substring(0, id.Length - FreeVariant.Length)) is { } priced)
        {
            report.Add(Descriptors.UnlistedFreeVariant, expression, model.Name, list.Describe(), priced.Id);
        }
        else
        {
            Report(model, list, provider, id, expression, report);
        }
    }

    private static void Report(ModelDeclaration model, PriceList list, string provider, string id, ExpressionSyntax expression, CatalogReport report)
    {
        IReadOnlyList<string> nearest = NearestIds.Find(list, provider, id);
        report.Add(Descriptors.UnlistedModel, expression, WithNearest(nearest), model.Name, list.Describe(), id, Hint(nearest));
    }

    /// <summary>The nearest id, for the fix.</summary>
    internal static ImmutableDictionary<string, string?> WithNearest(IReadOnlyList<string> nearest) =>
        nearest.Count == 0 ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(ParserProblems.Nearest, nearest[0]);

    /// <summary>The nearest ids, for the end of a message.</summary>
    internal static string Hint(IReadOnlyList<string> nearest) =>
        nearest.Count == 0 ? "" : $"; nearest ids: {string.Join(", ", nearest.Select(id => $"'{id}'"))}";
}
