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
                Check(member, argument, report);
            }
        }
    }

    private static void Check(MemberDeclaration member, AttributeArgumentSyntax argument, CatalogReport report)
    {
        Func<string, string?> find = argument.NameEquals?.Name.Identifier.ValueText == nameof(CredentialDeclaration.EnvironmentVariable)
            ? ApiKeys.FindInVariableName
            : ApiKeys.Find;
        switch (argument.Expression)
        {
            case LiteralExpressionSyntax literal:
                Report(literal.Token, literal.Token.Value as string);
                break;

            // Usually a nameof.
            case InvocationExpressionSyntax:
                break;

            default:
                // The parts of an array or a concatenation, and the whole value if it is a constant that is declared elsewhere.
                bool found = false;
                foreach (SyntaxToken token in argument.Expression.DescendantTokens())
                {
                    found |= !token.IsKind(SyntaxKind.IdentifierToken) && Report(token, token.Value as string);
                }

                foreach ((ExpressionSyntax? expression, string? text) in found ? [] : Texts(member))
                {
                    if (expression is not null && argument.Contains(expression))
                    {
                        Report(expression, text);
                    }
                }

                break;
        }

        bool Report(SyntaxNodeOrToken where, string? text)
        {
            if (text is null || find(text) is not { } key)
            {
                return false;
            }

            report.Add(Descriptors.ApiKeyInCatalog, where, member.Name, key);
            return true;
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
