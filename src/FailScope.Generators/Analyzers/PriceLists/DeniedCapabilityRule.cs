using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// A declared capability that the list denies. A capability that the list does not mention is not denied, unless the list is
/// known to be complete.
/// </summary>
internal static class DeniedCapabilityRule
{
    internal static void Check(ModelDeclaration model, ProjectPriceLists lists, CatalogReport report)
    {
        if (model is { Capabilities: { Content: { } declared, Expression: { } expression }, Listed: { List: { } list, Model.Denied: var denied } }
            && (declared & denied) is not ModelCapabilities.None and var wrong)
        {
            report.Add(
                Descriptors.DeniedCapability,
                expression,
                ImmutableDictionary<string, string?>.Empty.Add(ListedArguments.Value, ListedArguments.Capabilities(declared & ~denied)),
                model.Name,
                ListedArguments.Capabilities(wrong),
                list.Describe());
        }
    }
}
