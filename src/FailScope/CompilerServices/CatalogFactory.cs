using System.ComponentModel;

namespace FailScope.CompilerServices;

/// <summary>Called by generated code to build catalogs. Do not call it from other code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CatalogFactory
{
    /// <summary>Creates a provider.</summary>
    public static Provider Provider(string catalog, string name, string endpoint) => new(catalog, name, endpoint);

    /// <summary>Creates a declared billing account.</summary>
    public static BillingAccount Account(string catalog, string name, Provider provider) => new(catalog, name, provider);

    /// <summary>Creates a credential. Without an account it gets its own.</summary>
    public static Credential Credential(string catalog, string name, Provider provider, BillingAccount? account, string? environmentVariable) =>
        new(catalog, name, provider, account, environmentVariable);

    /// <summary>Creates a model.</summary>
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

    /// <summary>Creates a model that declares no prices other than those for tokens.</summary>
    /// <remarks>
    /// Prices are in millionths of a US dollar per million tokens: a whole number takes less work at the first use than a decimal. A number
    /// of tokens below 1, capabilities of -1 and a price below 0 mean undeclared.
    /// </remarks>
    public static Model ModelPricedByToken(
        string catalog,
        string name,
        string id,
        Credential credential,
        bool isFree,
        long contextWindow,
        long maxOutputTokens,
        int capabilities,
        long inputMicroUsdPerMillion,
        long outputMicroUsdPerMillion,
        string? embeddingSpace) =>
        new(catalog, name, id, credential, isFree, contextWindow, maxOutputTokens, capabilities, inputMicroUsdPerMillion, outputMicroUsdPerMillion, embeddingSpace);

    /// <summary>Creates a chain of up to 64 models from a table that was computed at build time.</summary>
    /// <remarks>The table has a mask for each model and each of <paramref name="kinds"/> failure kinds, then for each capability: the models that lack it.</remarks>
    public static FallbackChain Chain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, int kinds, ReadOnlySpan<ulong> table) =>
        new(name, models, survivalContract, required, kinds, table);

    /// <summary>Creates a chain of more than 64 models from masks that were computed at build time.</summary>
    /// <remarks>The index has the number of a mask for each model and each of <paramref name="effects"/> effects, then one for each capability.</remarks>
    public static FallbackChain Chain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, int effects, RetireMasks masks, RetireIndex index) =>
        new(name, models, survivalContract, required, effects, masks, index);

    /// <summary>Creates the catalog object. Accounts that are implied by credentials are added.</summary>
    public static ModelCatalog Catalog(string name, Provider[] providers, BillingAccount[] accounts, Credential[] credentials, Model[] models, FallbackChain[] chains) =>
        new(name, providers, [.. accounts.Union(credentials.Select(credential => credential.Account))], credentials, models, chains);
}
