using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>A literal that looks like a real API key, in any string of a catalog's attributes.</summary>
internal static class ApiKeyRule
{
    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (MemberDeclaration member in catalog.Members)
        {
            foreach (AttributeArgumentSyntax argument in member.Attribute.ArgumentList?.Arguments ?? default)
            {
                if (!CheckLiterals(member, argument.Expression, report))
                {
                    CheckConstant(member, argument.Expression, report);
                }
            }
        }
    }

    /// <returns>Whether a literal was reported.</returns>
    private static bool CheckLiterals(MemberDeclaration member, ExpressionSyntax expression, CatalogReport report)
    {
        if (expression is LiteralExpressionSyntax literal)
        {
            return CheckToken(member, literal.Token, report);
        }

        // Nearly every argument that is no literal is a nameof.
        bool found = false;
        if (expression is not InvocationExpressionSyntax)
        {
            foreach (SyntaxToken token in expression.DescendantTokens())
            {
                found |= CheckToken(member, token, report);
            }
        }

        return found;
    }

    private static bool CheckToken(MemberDeclaration member, SyntaxToken token, CatalogReport report)
    {
        if (token.Value is string text && !token.IsKind(SyntaxKind.IdentifierToken) && ApiKeys.Find(text) is { } key)
        {
            report.Add(Descriptors.ApiKeyInCatalog, token, member.Name, key);
            return true;
        }

        return false;
    }

    /// <summary>A constant that is declared elsewhere, or put together from pieces that are no key each.</summary>
    private static void CheckConstant(MemberDeclaration member, ExpressionSyntax expression, CatalogReport report)
    {
        if (expression is LiteralExpressionSyntax or InvocationExpressionSyntax)
        {
            return;
        }

        foreach ((ExpressionSyntax? of, string? text) in Texts(member))
        {
            if (of is not null && expression.Contains(of) && text is not null && ApiKeys.Find(text) is { } key)
            {
                report.Add(Descriptors.ApiKeyInCatalog, of, member.Name, key);
            }
        }
    }

    private static IEnumerable<(ExpressionSyntax?, string?)> Texts(MemberDeclaration member)
    {
        switch (member)
        {
            case ProviderDeclaration provider:
                yield return (provider.Endpoint.Expression, provider.Endpoint.Content);
                break;
            case AccountDeclaration account:
                yield return (account.Provider.Expression, account.Provider.Name);
                break;
            case CredentialDeclaration credential:
                yield return (credential.Provider.Expression, credential.Provider.Name);
                yield return (credential.Account.Expression, credential.Account.Name);
                yield return (credential.EnvironmentVariable.Expression, credential.EnvironmentVariable.Content);
                break;
            case ModelDeclaration model:
                yield return (model.Id.Expression, model.Id.Content);
                yield return (model.Credential.Expression, model.Credential.Name);
                break;
            case ChainDeclaration chain:
                foreach (Reference<ModelDeclaration> reference in chain.References)
                {
                    yield return (reference.Expression, reference.Name);
                }

                break;
        }
    }
}
