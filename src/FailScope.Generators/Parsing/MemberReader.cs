using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>Reads the arguments of the attributes in one part of a catalog class into the members' declarations.</summary>
internal sealed class MemberReader(CatalogDeclaration catalog, PartSemantics semantics)
{
    private readonly ReferenceResolver _references = new(catalog, semantics);

    internal void Read(MemberDeclaration member)
    {
        AttributeArguments arguments = new(member.Attribute);
        switch (member)
        {
            case ProviderDeclaration provider:
                ReadProvider(provider, arguments);
                break;
            case AccountDeclaration account:
                account.Provider = _references.Require<ProviderDeclaration>(account, arguments.Get(0, "provider"), MemberKind.Provider);
                break;
            case CredentialDeclaration credential:
                ReadCredential(credential, arguments);
                break;
            case ModelDeclaration model:
                ReadModel(model, arguments);
                break;
            case ChainDeclaration chain:
                ReadChain(chain, arguments);
                break;
        }
    }

    private void ReadProvider(ProviderDeclaration provider, AttributeArguments arguments)
    {
        provider.Endpoint = RequireText(provider, arguments.Get(0, "endpoint"), "endpoint");
        if (!string.IsNullOrWhiteSpace(provider.Endpoint.Content)
            && !(Uri.TryCreate(provider.Endpoint.Content, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0))
        {
            catalog.Break(provider, CatalogProblemKind.Endpoint, provider.Endpoint.Expression!, provider.Name, provider.Endpoint.Content!);
        }
    }

    private void ReadCredential(CredentialDeclaration credential, AttributeArguments arguments)
    {
        credential.Provider = _references.Require<ProviderDeclaration>(credential, arguments.Get(0, "provider"), MemberKind.Provider);
        credential.EnvironmentVariable = semantics.Text(arguments.Get("EnvironmentVariable"));
        if (arguments.Get("Account") is { } expression && !expression.IsKind(SyntaxKind.NullLiteralExpression))
        {
            credential.Account = _references.Require<AccountDeclaration>(credential, expression, MemberKind.BillingAccount);
            if (credential.Account.Target?.Provider.Target is { } accountProvider && credential.Provider.Target is { } provider && accountProvider != provider)
            {
                catalog.Break(credential, CatalogProblemKind.AccountOfOtherProvider, expression, credential.Name, credential.Account.Name!, accountProvider.Name);
            }
        }
    }

    private void ReadModel(ModelDeclaration model, AttributeArguments arguments)
    {
        model.Id = RequireText(model, arguments.Get(0, "id"), "id");
        model.Credential = _references.Require<CredentialDeclaration>(model, arguments.Get(1, "credential"), MemberKind.Credential);
        model.Free = semantics.Bool(arguments.Get("Free"));
        model.FromPriceList = semantics.Bool(arguments.Get("FromPriceList"));
        ReadPrices(model, arguments);
        model.ContextWindow = ReadTokens(model, "ContextWindow", arguments);
        model.MaxOutputTokens = ReadTokens(model, "MaxOutputTokens", arguments);
        Value<int?> capabilities = semantics.Flags(arguments.Get("Capabilities"));
        model.Capabilities = new(capabilities.Expression, (ModelCapabilities?)capabilities.Content);
        Value<string> space = semantics.Text(arguments.Get("EmbeddingSpace"));
        model.EmbeddingSpace = new(space.Expression, string.IsNullOrWhiteSpace(space.Content) ? null : space.Content);
    }

    private void ReadPrices(ModelDeclaration model, AttributeArguments arguments)
    {
        for (int i = 0; i < ModelDeclaration.PriceCount; i++)
        {
            string name = ModelDeclaration.PriceNames[i];
            if (arguments.Get(name) is not { } expression)
            {
                continue;
            }

            model.Prices[i] = semantics.Usd(expression);
            if (model.Prices[i].Content is null && semantics.IsNumber(expression))
            {
                catalog.Report(CatalogProblemKind.Price, expression, model.Name, name, expression.ToString());
            }
        }
    }

    private Value<long?> ReadTokens(ModelDeclaration model, string name, AttributeArguments arguments)
    {
        Value<long?> tokens = semantics.Tokens(arguments.Get(name));
        if (tokens is { Expression: { } expression, Content: null } && semantics.IsInteger(expression))
        {
            catalog.Report(CatalogProblemKind.TokenCount, expression, model.Name, name, expression.ToString());
        }

        return tokens;
    }

    private void ReadChain(ChainDeclaration chain, AttributeArguments arguments)
    {
        chain.Survives = new(arguments.Get("Survives"), (LossOf)(semantics.Flags(arguments.Get("Survives")).Content ?? 0));
        chain.Requires = new(arguments.Get("Requires"), (ModelCapabilities)(semantics.Flags(arguments.Get("Requires")).Content ?? 0));
        var seen = new HashSet<ModelDeclaration>();
        foreach (ExpressionSyntax expression in arguments.Positional("models"))
        {
            // A problem with one entry does not break the chain: its other models can still be used.
            Reference<ModelDeclaration> reference = _references.Find<ModelDeclaration>(chain, expression, MemberKind.Model);
            chain.References.Add(reference);
            if (reference.Target is not { } model)
            {
                continue;
            }

            if (!seen.Add(model))
            {
                catalog.Report(CatalogProblemKind.DuplicateInChain, expression, chain.Name, model.Name);
            }
            else if (model.BrokenBecause is null)
            {
                chain.Models.Add(model);
            }
        }

        if (chain.References.Count == 0)
        {
            catalog.Break(chain, CatalogProblemKind.EmptyChain, chain.Attribute, chain.Name);
        }
        else if (chain.Models.Count == 0)
        {
            chain.Break("none of its models can be used");
        }
    }

    private Value<string> RequireText(MemberDeclaration member, ExpressionSyntax? expression, string argument)
    {
        Value<string> text = semantics.Text(expression);
        if (string.IsNullOrWhiteSpace(text.Content))
        {
            member.Break();

            // The compiler reports an argument that is missing or not constant.
            if (expression is not null && semantics.Constant(expression).HasValue)
            {
                catalog.Report(CatalogProblemKind.MissingValue, expression, member.Name, argument);
            }
        }

        return text;
    }
}
