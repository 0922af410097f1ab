using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>A declared maximum output that is larger than the listed one. A smaller one is a choice: it limits the cost of a response.</summary>
internal static class MaxOutputRule
{
    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is { MaxOutputTokens: { Content: { } declared, Expression: { } expression }, Listed: { List: { } list, Model.MaxOutputTokens: { } listed } } && declared > listed)
        {
            report.Add(
                Descriptors.MaxOutputDiffers,
                expression,
                ImmutableDictionary<string, string?>.Empty.Add(ListedArguments.Value, ListedArguments.Tokens(listed)),
                model.Name,
                ListedArguments.Tokens(declared),
                list.Describe(),
                ListedArguments.Tokens(listed));
        }
    }
}
