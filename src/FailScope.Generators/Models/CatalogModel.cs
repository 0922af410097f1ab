namespace FailScope.Generators.Models;

/// <summary>What is printed for one catalog, and nothing else: no symbol, no syntax, no location.</summary>
/// <param name="FullName">The full name of the class, as scope keys carry it: <c>Namespace.Outer+Catalog</c>.</param>
/// <param name="Namespace">As printed; empty for the global namespace.</param>
/// <param name="Types">The headers of the enclosing types, outermost first, and of the catalog, as in <c>partial class Models</c>.</param>
/// <param name="HasCatalogProperty">Whether the <c>Catalog</c> property is generated: not where the user declares a member of that name.</param>
internal sealed record CatalogModel(
    string FullName,
    string Namespace,
    EquatableArray<string> Types,
    bool HasCatalogProperty,
    EquatableArray<ProviderModel> Providers,
    EquatableArray<AccountModel> Accounts,
    EquatableArray<CredentialModel> Credentials,
    EquatableArray<ModelModel> Models,
    EquatableArray<ChainModel> Chains,
    EquatableArray<BrokenMemberModel> Broken);

/// <summary>What the implementing part of a partial property repeats of the declaring part.</summary>
/// <param name="Modifiers">As written, <c>public static partial</c>.</param>
/// <param name="Name">The name, without a verbatim <c>@</c>.</param>
/// <param name="Documentation">The user's own documentation comment, a line each; the compiler would drop it otherwise.</param>
internal sealed record PropertyModel(string Modifiers, string Name, EquatableArray<string> Documentation);

internal sealed record ProviderModel(PropertyModel Property, string Endpoint);

internal sealed record AccountModel(PropertyModel Property, string Provider);

internal sealed record CredentialModel(PropertyModel Property, string Provider, string? Account, string? EnvironmentVariable);

/// <param name="Property">The property.</param>
/// <param name="Id">The model id.</param>
/// <param name="Credential">The name of the credential's property.</param>
/// <param name="IsFree">Decided once, here.</param>
/// <param name="Prices">The declared prices: the number of the price, and US dollars.</param>
/// <param name="ContextWindow">Tokens; 0 for undeclared.</param>
/// <param name="MaxOutputTokens">Tokens; 0 for undeclared.</param>
/// <param name="Capabilities">Null for undeclared.</param>
/// <param name="EmbeddingSpace">Null for undeclared.</param>
/// <param name="ListNote">What was taken from a price list, and from which, in words; null where nothing was.</param>
internal sealed record ModelModel(
    PropertyModel Property,
    string Id,
    string Credential,
    bool IsFree,
    EquatableArray<(int Price, decimal Usd)> Prices,
    long ContextWindow,
    long MaxOutputTokens,
    int? Capabilities,
    string? EmbeddingSpace,
    string? ListNote);

/// <summary>A chain: positions are indices into the catalog's models.</summary>
internal sealed record ChainModel(PropertyModel Property, EquatableArray<int> Models, int Survives, int Requires);

/// <summary>
/// A property that cannot be what it says. It is implemented all the same, so that the user sees the one error that matters
/// and not another for the missing implementation and for every use.
/// </summary>
internal sealed record BrokenMemberModel(PropertyModel Property, string Type, string? Setter, string Reason);
