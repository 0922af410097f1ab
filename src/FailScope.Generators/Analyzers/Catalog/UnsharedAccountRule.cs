using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>A declared billing account with fewer than two credentials.</summary>
internal static class UnsharedAccountRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        // A credential with an invalid account reference may refer to any of them.
        if (catalog.Accounts.Count == 0 || catalog.Credentials.Any(credential => credential.Account is { Expression: not null, Target: null }))
        {
            return;
        }

        foreach (AccountDeclaration account in catalog.Accounts)
        {
            List<CredentialDeclaration> credentials = catalog.Credentials.FindAll(credential => credential.Account.Target == account);
            if (credentials.Count < 2)
            {
                report.Add(
                    Descriptors.UnsharedAccount,
                    account.Syntax.Identifier,
                    account.Name,
                    credentials.Count == 0 ? "no credential uses it" : $"only '{credentials[0].Name}' uses it, and every credential has its own account by default");
            }
        }
    }
}
