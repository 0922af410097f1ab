using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>A valid reference that is a string literal and could be a <c>nameof</c>.</summary>
internal static class ReferenceAsStringRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (AccountDeclaration account in catalog.Accounts)
        {
            Check(account.Provider, report);
        }

        foreach (CredentialDeclaration credential in catalog.Credentials)
        {
            Check(credential.Provider, report);
            Check(credential.Account, report);
        }

        foreach (ModelDeclaration model in catalog.Models)
        {
            Check(model.Credential, report);
        }

        foreach (ChainDeclaration chain in catalog.Chains)
        {
            foreach (Reference<ModelDeclaration> reference in chain.References)
            {
                Check(reference, report);
            }
        }
    }

    private static void Check<T>(Reference<T> reference, CatalogReport report)
        where T : MemberDeclaration
    {
        if (reference is { Target: { } target, Expression: LiteralExpressionSyntax literal })
        {
            report.Add(Descriptors.ReferenceAsString, literal, Identifiers.Escape(target.Name));
        }
    }
}
