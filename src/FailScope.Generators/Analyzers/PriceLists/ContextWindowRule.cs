using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// A declared context window that differs from the listed one. If a list has two values, any value between them is accepted.
/// </summary>
internal static class ContextWindowRule
{
    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is not { ContextWindow: { Content: { } declared, Expression: { } expression }, Listed: { List: { } list, Model: { ContextWindow: { } window } listed } })
        {
            return;
        }

        long other = listed.OtherContextWindow ?? window;
        if (declared < Math.Min(window, other) || declared > Math.Max(window, other))
        {
            report.Add(
                Descriptors.ContextWindowDiffers,
                expression,
                ImmutableDictionary<string, string?>.Empty.Add(ListedArguments.Value, ListedArguments.Tokens(window)),
                model.Name,
                ListedArguments.Tokens(declared),
                list.Describe(),
                ListedArguments.Tokens(window));
        }
    }
}
