using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A credit key where a credential key is required.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeyOfAnotherKind = new(
        DiagnosticIds.ScopeKeyOfAnotherKind,
        title: "Scope key of the wrong kind",
        messageFormat: "'{0}' is a {1} key, but {2} requires a {3} key",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "For example, a key that means 'this account is out of credit' is used where a key that means 'this API key was refused' is required. The failure is then remembered under the wrong scope.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeyOfAnotherKind));

    /// <summary>A credit key compared with a credential key.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeysNeverMatch = new(
        DiagnosticIds.ScopeKeysNeverMatch,
        title: "Scope keys of different kinds never match",
        messageFormat: "'{2}' {3} because a {0} key is never a {1} key",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Keys of different kinds are never equal, and neither are their string values. A comparison, pattern or cast between two kinds always has the same result.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeysNeverMatch));

    /// <summary>A credit key that is looked up in a collection of credential keys.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeyNeverInCollection = new(
        DiagnosticIds.ScopeKeyNeverInCollection,
        title: "Scope key is looked up in a collection of another kind",
        messageFormat: "'{0}' contains only {1} keys, so a {2} key is never found in it",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every key that is added to the collection is of another kind than the key that is looked up, so the lookup never finds anything.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeyNeverInCollection));

    /// <summary>Credit keys and credential keys in one collection.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeysMixedInCollection = new(
        DiagnosticIds.ScopeKeysMixedInCollection,
        title: "Collection mixes scope keys of different kinds",
        messageFormat: "'{0}' contains {1} keys, but a {2} key is added to it here",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Keys of different kinds never collide, so one collection can hold them all. But the type of the collection then does not tell the kind of an entry, and the compiler cannot report a lookup of the wrong kind. Use one typed collection for each kind.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeysMixedInCollection));

    /// <summary><c>"credit:" + id</c> although a catalog generates the key.</summary>
    internal static readonly DiagnosticDescriptor HandMadeScopeKey = new(
        DiagnosticIds.HandMadeScopeKey,
        title: "Scope key is built by hand",
        messageFormat: "'{0}' is a {1} key built by hand; {2}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A catalog generates the keys of its accounts, credentials, providers and models. A string that is built by hand is a different key, even if it names the same member.",
        helpLinkUri: Page(DiagnosticIds.HandMadeScopeKey));

    /// <summary><c>id.Contains(":free")</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeVariantBySubstring = new(
        DiagnosticIds.FreeVariantBySubstring,
        title: "Free variant is detected by a substring",
        messageFormat: "'{0}' also matches model ids that cost money, such as 'x:freedom' or 'x:free:online'; use ModelId.IsFreeVariant",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only the last segment of a model id names its variant. A search for ':free' anywhere in the id treats 'vendor/model:freedom' and 'vendor/model:free:online' as free, although they cost money.",
        helpLinkUri: Page(DiagnosticIds.FreeVariantBySubstring));

    /// <summary><c>id.EndsWith(":free")</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeVariantByCultureOrCase = new(
        DiagnosticIds.FreeVariantByCultureOrCase,
        title: "Test for the free variant depends on culture or case",
        messageFormat: "'{0}' {1}; use ModelId.IsFreeVariant",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A model id is not text in a natural language. Compare its variant by ordinal value and ignore case.",
        helpLinkUri: Page(DiagnosticIds.FreeVariantByCultureOrCase));

    /// <summary><c>model.Pricing.InputUsdPerMillion ?? 0</c>.</summary>
    internal static readonly DiagnosticDescriptor UnknownPriceReadAsZero = new(
        DiagnosticIds.UnknownPriceReadAsZero,
        title: "Unknown price is treated as 0",
        messageFormat: "'{0}' treats a price that is not declared as 0, but a model with an unknown price is not free",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The price of a model is null when the catalog does not declare it. Treated as 0, it makes a model that costs money look free.",
        helpLinkUri: Page(DiagnosticIds.UnknownPriceReadAsZero));

    /// <summary><c>model.Pricing.InputUsdPerMillion == 0</c>.</summary>
    internal static readonly DiagnosticDescriptor OnePriceTested = new(
        DiagnosticIds.OnePriceTested,
        title: "Only one price decides whether a model is free",
        messageFormat: "'{0}' tests only one price, but a model with free input can charge for output; use Model.IsFree",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model is free when both token prices are 0 and no other price is above 0. Model.IsFree takes the whole declaration into account.",
        helpLinkUri: Page(DiagnosticIds.OnePriceTested));

    /// <summary><c>state.After(kind);</c> as a statement, so that its result is lost.</summary>
    internal static readonly DiagnosticDescriptor DroppedFallbackState = new(
        DiagnosticIds.DroppedFallbackState,
        title: "Result of a fallback step is ignored",
        messageFormat: "'{0}' has no effect because a FallbackState is immutable; continue with the state that it returns",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "FallbackState is immutable, and After(...) returns the new state. If the result is ignored, no model is retired, and the loop tries the same model forever.",
        helpLinkUri: Page(DiagnosticIds.DroppedFallbackState));

    /// <summary>A fallback after the caller has cancelled.</summary>
    internal static readonly DiagnosticDescriptor FallbackOnCancellation = new(
        DiagnosticIds.FallbackOnCancellation,
        title: "Turn falls back on the caller's cancellation",
        messageFormat: "'{0}' {1}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "When the caller has cancelled, the turn is over and no model is at fault. A loop that falls back anyway calls every remaining model, and these calls cost money.",
        helpLinkUri: Page(DiagnosticIds.FallbackOnCancellation));

    /// <summary><c>new FallbackEmbeddingGenerator&lt;…&gt;(Models.Chat, …)</c>.</summary>
    internal static readonly DiagnosticDescriptor ChainWithoutEmbeddingSpace = new(
        DiagnosticIds.ChainWithoutEmbeddingSpace,
        title: "Chain for embeddings declares no embedding space",
        messageFormat: "Chain '{0}' cannot create embeddings because none of its models declares EmbeddingSpace; declare it on every model",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Embeddings of different models are not interchangeable, so a generator accepts only a chain whose models all declare the same space. For any other chain, creating the generator throws.",
        helpLinkUri: Page(DiagnosticIds.ChainWithoutEmbeddingSpace));
}
