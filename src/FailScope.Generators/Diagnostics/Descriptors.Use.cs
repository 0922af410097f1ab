using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A credit key where a credential key belongs.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeyOfAnotherKind = new(
        DiagnosticIds.ScopeKeyOfAnotherKind,
        title: "A scope key of another kind is expected",
        messageFormat: "'{0}' is a {1} key, but {2} takes a {3} key",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A key that says 'this account is broke' was given where one that says 'this key is dead' belongs, or the like. Whatever is remembered under it is remembered of the wrong thing.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeyOfAnotherKind));

    /// <summary>A credit key compared with a credential key.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeysNeverMatch = new(
        DiagnosticIds.ScopeKeysNeverMatch,
        title: "Scope keys of different kinds never match",
        messageFormat: "A {0} key is never a {1} key: '{2}' {3}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Keys of different kinds are never equal, not even as text. A comparison, pattern or cast that brings two kinds together has one answer only.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeysNeverMatch));

    /// <summary>A credit key looked up where only credential keys are kept.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeyNeverInCollection = new(
        DiagnosticIds.ScopeKeyNeverInCollection,
        title: "A scope key is looked up where none of its kind is kept",
        messageFormat: "'{0}' only ever receives {1} keys, so a {2} key is never found in it",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Everything that is added to the collection is a key of another kind than the one that is looked up: the look-up never finds anything.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeyNeverInCollection));

    /// <summary>Credit keys beside credential keys.</summary>
    internal static readonly DiagnosticDescriptor ScopeKeysMixedInCollection = new(
        DiagnosticIds.ScopeKeysMixedInCollection,
        title: "Scope keys of different kinds are kept in one collection",
        messageFormat: "'{0}' keeps {1} keys; a {2} key is added to it here",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Keys of different kinds never collide, so one collection may hold several. It can no longer say of which kind an entry is, nor can the compiler see that the wrong kind is looked up: one typed collection for each kind can.",
        helpLinkUri: Page(DiagnosticIds.ScopeKeysMixedInCollection));

    /// <summary><c>"credit:" + id</c> where a catalog mints the key.</summary>
    internal static readonly DiagnosticDescriptor HandMadeScopeKey = new(
        DiagnosticIds.HandMadeScopeKey,
        title: "A scope key is made by hand",
        messageFormat: "'{0}' is a {1} key made by hand; {2}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A catalog mints the keys of its accounts, credentials, providers and models. A text that was put together by hand is another key, even where it names the same thing.",
        helpLinkUri: Page(DiagnosticIds.HandMadeScopeKey));

    /// <summary><c>id.Contains(":free")</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeVariantBySubstring = new(
        DiagnosticIds.FreeVariantBySubstring,
        title: "A free variant is told by a substring",
        messageFormat: "'{0}' also finds ':free' inside a model id that costs money, as in 'x:freedom' or 'x:free:online'; use ModelId.IsFreeVariant",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only the last segment of a model id names its variant. A search for ':free' anywhere in the id takes 'vendor/model:freedom' and 'vendor/model:free:online' for free, and bills somebody.",
        helpLinkUri: Page(DiagnosticIds.FreeVariantBySubstring));

    /// <summary><c>id.EndsWith(":free")</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeVariantByCultureOrCase = new(
        DiagnosticIds.FreeVariantByCultureOrCase,
        title: "A test for a free variant depends on culture or case",
        messageFormat: "'{0}' {1}; use ModelId.IsFreeVariant",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A model id is no text of a language: its variant is compared by ordinal value, in any case.",
        helpLinkUri: Page(DiagnosticIds.FreeVariantByCultureOrCase));

    /// <summary><c>model.Pricing.InputUsdPerMillion ?? 0</c>.</summary>
    internal static readonly DiagnosticDescriptor UnknownPriceReadAsZero = new(
        DiagnosticIds.UnknownPriceReadAsZero,
        title: "An unknown price is read as 0",
        messageFormat: "'{0}' reads a price that is not declared as 0: unknown is not free",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A price of a model is null where the catalog declares none. Read as 0 it makes a model look free that bills.",
        helpLinkUri: Page(DiagnosticIds.UnknownPriceReadAsZero));

    /// <summary><c>model.Pricing.InputUsdPerMillion == 0</c>.</summary>
    internal static readonly DiagnosticDescriptor OnePriceTested = new(
        DiagnosticIds.OnePriceTested,
        title: "One price of a model decides whether it is free",
        messageFormat: "'{0}' looks at one price of several: a model may take prompts for nothing and bill its answers; use Model.IsFree",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model is free when both token prices are 0 and no other price is above 0. Model.IsFree is that fact, decided from the whole declaration.",
        helpLinkUri: Page(DiagnosticIds.OnePriceTested));

    /// <summary><c>state.After(kind);</c> alone on its line.</summary>
    internal static readonly DiagnosticDescriptor DroppedFallbackState = new(
        DiagnosticIds.DroppedFallbackState,
        title: "The result of a fallback step is dropped",
        messageFormat: "'{0}' changes nothing: a FallbackState is a value, and the state to go on with is the result",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "FallbackState is immutable. After(...) returns what is left; a call whose result is dropped retires no model, and the loop tries the same model again, for ever.",
        helpLinkUri: Page(DiagnosticIds.DroppedFallbackState));

    /// <summary>A fallback after the caller has cancelled.</summary>
    internal static readonly DiagnosticDescriptor FallbackOnCancellation = new(
        DiagnosticIds.FallbackOnCancellation,
        title: "A turn falls back on the caller's cancellation",
        messageFormat: "'{0}' {1}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Once the caller has cancelled, nobody waits for an answer: the turn ends and no model is to blame. A loop that falls back instead calls every remaining model, and pays for it.",
        helpLinkUri: Page(DiagnosticIds.FallbackOnCancellation));

    /// <summary><c>new FallbackEmbeddingGenerator&lt;…&gt;(Models.Chat, …)</c>.</summary>
    internal static readonly DiagnosticDescriptor ChainWithoutEmbeddingSpace = new(
        DiagnosticIds.ChainWithoutEmbeddingSpace,
        title: "A chain without an embedding space is to give embeddings",
        messageFormat: "Chain '{0}' gives no embeddings: none of its models says in which space its vectors lie; declare EmbeddingSpace on each",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Embeddings of different models are not interchangeable, so a generator takes only a chain whose models declare one space. Without it the generator throws when it is made.",
        helpLinkUri: Page(DiagnosticIds.ChainWithoutEmbeddingSpace));
}
