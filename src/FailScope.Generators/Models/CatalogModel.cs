namespace FailScope.Generators.Models;

/// <summary>The emitter's input for one catalog. It contains no symbols, syntax or locations.</summary>
/// <param name="FullName">The full name of the class, as in scope keys: <c>Namespace.Outer+Catalog</c>.</param>
/// <param name="Namespace">As written in the generated code; empty for the global namespace.</param>
/// <param name="Types">The headers of the enclosing types, outermost first, and of the catalog, as in <c>partial class Models</c>.</param>
/// <param name="HasCatalogProperty">Whether the <c>Catalog</c> property is generated. False if the user declares a member with this name.</param>
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

/// <summary>The parts of a declaration that the implementing part of a partial property repeats.</summary>
/// <param name="Modifiers">As written, <c>public static partial</c>.</param>
/// <param name="Name">The name, without a verbatim <c>@</c>.</param>
/// <param name="Documentation">The lines of the user's documentation comment, which the compiler would otherwise drop.</param>
internal sealed record PropertyModel(string Modifiers, string Name, EquatableArray<string> Documentation);

internal sealed record ProviderModel(PropertyModel Property, string Endpoint);

internal sealed record AccountModel(PropertyModel Property, string Provider);

internal sealed record CredentialModel(PropertyModel Property, string Provider, string? Account, string? EnvironmentVariable);

/// <param name="Property">The property.</param>
/// <param name="Id">The model id.</param>
/// <param name="Credential">The name of the credential's property.</param>
/// <param name="IsFree">Whether the model is free.</param>
/// <param name="Prices">The declared prices: the number of the price, and US dollars.</param>
/// <param name="ContextWindow">In tokens; 0 if not declared.</param>
/// <param name="MaxOutputTokens">In tokens; 0 if not declared.</param>
/// <param name="Capabilities">Null if not declared.</param>
/// <param name="EmbeddingSpace">Null if not declared.</param>
/// <param name="ListNote">Describes what was taken from which price list; null if nothing was.</param>
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
/// An invalid property. It is implemented anyway, so that the user sees only the relevant error, and not further errors for the
/// missing implementation and for every use.
/// </summary>
internal sealed record BrokenMemberModel(PropertyModel Property, string Type, string? Setter, string Reason);
