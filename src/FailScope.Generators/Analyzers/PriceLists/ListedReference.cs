using System.Collections.Immutable;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using FailScope.Generators.PriceLists.Reading;
using FailScope.Generators.Pricing;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>
/// A reference in a chain to a listed model that the catalog does not declare: by its id, as in <c>"acme/large"</c>, or by the
/// name that its property would get, as in <c>nameof(Large)</c>.
/// </summary>
/// <param name="Hint">The listed model, for the end of a message.</param>
/// <param name="Properties">The input of the code fix that declares the model; empty if it is not clear which key the model uses.</param>
internal sealed record ListedReference(string Hint, ImmutableDictionary<string, string?> Properties)
{
    /// <summary>The property of a diagnostic with the name of the member to add.</summary>
    internal const string Member = "ListedMember";

    /// <summary>The property of a diagnostic with the arguments of its attribute, as C#.</summary>
    internal const string Arguments = "ListedArguments";

    internal static ListedReference? Find(CatalogDeclaration catalog, ChainDeclaration chain, string reference)
    {
        foreach (ProviderDeclaration provider in catalog.Providers)
        {
            foreach ((PriceList list, string listedProvider) in catalog.Lists.Covering(provider.Name, provider.Endpoint.Content))
            {
                if ((list.Find(listedProvider, reference) ?? WithName(list, listedProvider, reference)) is { } model)
                {
                    ImmutableDictionary<string, string?> properties = Credential(catalog, chain, provider) is { } credential ? Declare(catalog, model, credential) : ImmutableDictionary<string, string?>.Empty;
                    return new ListedReference($"; {list.Describe()} lists '{model.Id}'", properties);
                }
            }
        }

        return null;
    }

    // If several models get the same name, none is suggested, and neither is a model that expires soon.
    private static ListedModel? WithName(PriceList list, string provider, string name)
    {
        ListedModel? found = null;
        foreach (ListedModel model in list.ModelsOf(provider))
        {
            if (model is { IsAlias: false, Expires: null } && PropertyNames.OfModel(model.Id) == name)
            {
                if (found is not null)
                {
                    return null;
                }

                found = model;
            }
        }

        return found;
    }

    // The only key that the chain uses at this provider, otherwise the provider's only key.
    private static CredentialDeclaration? Credential(CatalogDeclaration catalog, ChainDeclaration chain, ProviderDeclaration provider) =>
        Only(chain.References.Select(reference => reference.Target?.Credential.Target).Where(credential => credential?.Provider.Target == provider))
        ?? Only(catalog.Credentials.Where(credential => credential.Provider.Target == provider));

    private static CredentialDeclaration? Only(IEnumerable<CredentialDeclaration?> credentials)
    {
        CredentialDeclaration?[] distinct = [.. credentials.Distinct().Take(2)];
        return distinct.Length == 1 ? distinct[0] : null;
    }

    private static ImmutableDictionary<string, string?> Declare(CatalogDeclaration catalog, ListedModel model, CredentialDeclaration credential)
    {
        string name = PropertyNames.OfModel(model.Id);
        string free = name;
        for (int number = 2; free == catalog.Symbol.Name || free == CatalogParser.CatalogProperty || catalog.Symbol.MemberNames.Contains(free); number++)
        {
            free = $"{name}_{number}";
        }

        // An entry without a price provides nothing to take.
        bool hasPrice = model.HasDynamicPrice || model.PriceOf(Price.InputUsdPerMillion) is not null || model.PriceOf(Price.OutputUsdPerMillion) is not null;
        string arguments = $"{SymbolDisplay.FormatLiteral(model.Id, quote: true)}, nameof({Identifiers.Escape(credential.Name)}){(hasPrice ? ", FromPriceList = true" : "")}";
        return ImmutableDictionary<string, string?>.Empty.Add(Member, free).Add(Arguments, arguments);
    }
}
