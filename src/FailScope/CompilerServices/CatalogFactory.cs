using System.ComponentModel;

namespace FailScope.CompilerServices;

/// <summary>What generated catalogs are built with. Not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CatalogFactory
{
    /// <summary>Makes a provider.</summary>
    public static Provider Provider(string catalog, string name, string endpoint) => new(catalog, name, endpoint);

    /// <summary>Makes a declared billing account.</summary>
    public static BillingAccount Account(string catalog, string name, Provider provider) => new(catalog, name, provider);

    /// <summary>Makes a credential; without an account it gets one of its own.</summary>
    public static Credential Credential(string catalog, string name, Provider provider, BillingAccount? account, string? environmentVariable) =>
        new(catalog, name, provider, account, environmentVariable);

    /// <summary>Makes a model.</summary>
    public static Model Model(
        string catalog,
        string name,
        string id,
        Credential credential,
        bool isFree,
        long contextWindow,
        long maxOutputTokens,
        ModelCapabilities? capabilities,
        ModelPricing? pricing,
        string? embeddingSpace) =>
        new(catalog, name, id, credential, isFree, pricing, contextWindow, maxOutputTokens, capabilities, embeddingSpace);

    /// <summary>Makes a model that declares no other prices than those for tokens.</summary>
    /// <remarks>Below 1 means undeclared for a number of tokens, below 0 for capabilities and prices.</remarks>
    public static Model ModelPricedByToken(
        string catalog,
        string name,
        string id,
        Credential credential,
        bool isFree,
        long contextWindow,
        long maxOutputTokens,
        int capabilities,
        decimal inputUsdPerMillion,
        decimal outputUsdPerMillion,
        string? embeddingSpace) =>
        new(catalog, name, id, credential, isFree, contextWindow, maxOutputTokens, capabilities, inputUsdPerMillion, outputUsdPerMillion, embeddingSpace);

    /// <summary>Makes a chain of up to 64 models over a table that was computed at build time.</summary>
    /// <remarks>A mask for each model and failure kind, of so many kinds, and then one for each capability, of the models that lack it.</remarks>
    public static FallbackChain Chain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, int kinds, ReadOnlySpan<ulong> table) =>
        new(name, models, survivalContract, required, kinds, table);

    /// <summary>Makes a chain of more than 64 models over masks that were computed at build time.</summary>
    /// <remarks>The index has a number of a mask for each model and effect, of so many effects, and then one for each capability.</remarks>
    public static FallbackChain Chain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, int effects, RetireMasks masks, RetireIndex index) =>
        new(name, models, survivalContract, required, effects, masks, index);

    /// <summary>Makes the list of everything. Accounts that credentials imply are added.</summary>
    public static ModelCatalog Catalog(string name, Provider[] providers, BillingAccount[] accounts, Credential[] credentials, Model[] models, FallbackChain[] chains) =>
        new(name, providers, [.. accounts.Union(credentials.Select(credential => credential.Account))], credentials, models, chains);
}
