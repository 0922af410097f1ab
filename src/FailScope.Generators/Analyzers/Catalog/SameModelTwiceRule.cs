using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// Two members with one id through one credential. Ids are compared exactly, because some providers are case-sensitive.
/// </summary>
internal static class SameModelTwiceRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        var first = new Dictionary<(string, CredentialDeclaration), ModelDeclaration>();
        foreach (ModelDeclaration model in catalog.Models)
        {
            if (model is not { Id: { Content: { } id, Expression: { } expression }, Credential.Target: { } credential })
            {
                continue;
            }

            if (first.TryGetValue((id, credential), out ModelDeclaration? other))
            {
                report.Add(Descriptors.SameModelTwice, expression, model.Name, other.Name, id, credential.Name);
            }
            else
            {
                first.Add((id, credential), model);
            }
        }
    }
}
