using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A file that is not JSON.</summary>
    internal static readonly DiagnosticDescriptor UnreadablePriceList = new(
        DiagnosticIds.UnreadablePriceList,
        title: "Price list cannot be read",
        messageFormat: "The price list '{0}' {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A file of a FailScopePrices item is not valid JSON, or exceeds the limits for a price list. Nothing in it is used.",
        helpLinkUri: Page(DiagnosticIds.UnreadablePriceList));

    /// <summary>A JSON file in an unknown format.</summary>
    internal static readonly DiagnosticDescriptor UnknownPriceListFormat = new(
        DiagnosticIds.UnknownPriceListFormat,
        title: "Price list has an unknown format",
        messageFormat: "The price list '{0}' {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A file of a FailScopePrices item is valid JSON but has none of the known formats: OpenRouter's models response, LiteLLM's price file, or the api.json of models.dev.",
        helpLinkUri: Page(DiagnosticIds.UnknownPriceListFormat));

    /// <summary>A list that has not been updated for a long time.</summary>
    internal static readonly DiagnosticDescriptor OldPriceList = new(
        DiagnosticIds.OldPriceList,
        title: "Price list is out of date",
        messageFormat: "The price list '{0}' is from {1}, {2} days before {3}, but FailScopePricesMaxAgeDays is {4}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The newest date in the list is older than FailScopePricesMaxAgeDays allows, counted from FailScopePricesDate. Prices, expiry dates and free variants may have changed since then.",
        helpLinkUri: Page(DiagnosticIds.OldPriceList));

    /// <summary>An invalid property or metadata value.</summary>
    internal static readonly DiagnosticDescriptor PriceListSetting = new(
        DiagnosticIds.PriceListSetting,
        title: "Invalid price list setting",
        messageFormat: "Invalid price list setting: {0}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "FailScopePricesDate is a date (yyyy-MM-dd), FailScopePricesTolerancePercent is a number from 0 to 100, FailScopePricesMaxAgeDays is a number of days, and the Provider metadata of a FailScopePrices item names providers in the list.",
        helpLinkUri: Page(DiagnosticIds.PriceListSetting));

    /// <summary>An id that its provider does not list.</summary>
    internal static readonly DiagnosticDescriptor UnlistedModel = new(
        DiagnosticIds.UnlistedModel,
        title: "Model is not in the price list",
        messageFormat: "'{0}': {1} does not contain '{2}'{3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A price list covers the provider of the model but has no entry for its id. Requests with a misspelled id fail. A model that was withdrawn makes the chain shorter than it looks.",
        helpLinkUri: Page(DiagnosticIds.UnlistedModel));

    /// <summary>A free variant that is no longer listed.</summary>
    internal static readonly DiagnosticDescriptor UnlistedFreeVariant = new(
        DiagnosticIds.UnlistedFreeVariant,
        title: "Free variant is no longer listed",
        messageFormat: "'{0}': {1} contains '{2}', but not its free variant",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The list contains the model but not its free variant. Free variants can be withdrawn. A chain that relies on one when the account is out of credit then has no model left.",
        helpLinkUri: Page(DiagnosticIds.UnlistedFreeVariant));

    /// <summary>A model that expires within 90 days.</summary>
    internal static readonly DiagnosticDescriptor ExpiringModel = new(
        DiagnosticIds.ExpiringModel,
        title: "Model expires soon",
        messageFormat: "'{0}' expires on {2}, {3} days after {4}, according to {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The list states that the model expires within 90 days.",
        helpLinkUri: Page(DiagnosticIds.ExpiringModel));

    /// <summary>A model that has expired.</summary>
    internal static readonly DiagnosticDescriptor ExpiredModel = new(
        DiagnosticIds.ExpiredModel,
        title: "Model has expired",
        messageFormat: "'{0}' expired on {2} according to {1}{3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The list states an expiry date that is not after FailScopePricesDate or, if that is not set, the date of the list.",
        helpLinkUri: Page(DiagnosticIds.ExpiredModel));

    /// <summary>A model that takes its facts from a list which does not contain it.</summary>
    internal static readonly DiagnosticDescriptor MissingPriceListEntry = new(
        DiagnosticIds.MissingPriceListEntry,
        title: "Price list has no facts for the model",
        messageFormat: "'{0}' takes its facts from a price list, but {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The model sets FromPriceList = true, but no list of the project has an entry for it with token prices. The model counts as priced, and its prices are unknown.",
        helpLinkUri: Page(DiagnosticIds.MissingPriceListEntry));

    /// <summary>A declared price that differs from the listed one by more than the tolerance.</summary>
    internal static readonly DiagnosticDescriptor PriceDiffers = new(
        DiagnosticIds.PriceDiffers,
        title: "Price differs from the price list",
        messageFormat: "'{0}' declares {1} = {2}, but {3} has {4}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The declared price differs from the listed price, and from the price of every tier, by more than FailScopePricesTolerancePercent (1 by default).",
        helpLinkUri: Page(DiagnosticIds.PriceDiffers));

    /// <summary>A declared context window that differs from the listed one.</summary>
    internal static readonly DiagnosticDescriptor ContextWindowDiffers = new(
        DiagnosticIds.ContextWindowDiffers,
        title: "Context window differs from the price list",
        messageFormat: "'{0}' declares a context window of {1} tokens, but {2} has {3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A turn skips models by their declared context window. If it is too large, requests fail. If it is too small, a model is skipped that would answer.",
        helpLinkUri: Page(DiagnosticIds.ContextWindowDiffers));

    /// <summary>A declared capability that the list denies.</summary>
    internal static readonly DiagnosticDescriptor DeniedCapability = new(
        DiagnosticIds.DeniedCapability,
        title: "Price list denies a capability",
        messageFormat: "'{0}' declares {1}, which the model does not support according to {2}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A turn that needs the capability is sent to the model. The model refuses the request, or silently ignores what it does not support.",
        helpLinkUri: Page(DiagnosticIds.DeniedCapability));

    /// <summary>A model whose price depends on the request, such as a router.</summary>
    internal static readonly DiagnosticDescriptor DynamicPrice = new(
        DiagnosticIds.DynamicPrice,
        title: "Price depends on the request",
        messageFormat: "'{0}' has no fixed price: {1} lists -1, because each request is billed at the price of the model that is chosen for it",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The id stands for a choice among models. No declared price can be correct, and the model always counts as priced.",
        helpLinkUri: Page(DiagnosticIds.DynamicPrice));

    /// <summary>A model without declared prices.</summary>
    internal static readonly DiagnosticDescriptor UndeclaredPrice = new(
        DiagnosticIds.UndeclaredPrice,
        title: "Listed price is not declared",
        messageFormat: "'{0}' declares no price, but {1} has {2}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The model declares no price, but the list has one. The code fix declares the listed values. With FromPriceList = true, they are taken from the list at every build.",
        helpLinkUri: Page(DiagnosticIds.UndeclaredPrice));

    /// <summary>A declared maximum output that is larger than the listed one.</summary>
    internal static readonly DiagnosticDescriptor MaxOutputDiffers = new(
        DiagnosticIds.MaxOutputDiffers,
        title: "Maximum output exceeds the price list",
        messageFormat: "'{0}' declares a maximum output of {1} tokens, but {2} has {3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A request can ask for up to MaxOutputTokens tokens. Providers refuse a request that asks for more tokens than the model can generate.",
        helpLinkUri: Page(DiagnosticIds.MaxOutputDiffers));

    /// <summary>A model that counts as free but is listed with a price.</summary>
    internal static readonly DiagnosticDescriptor FreeButListedWithPrice = new(
        DiagnosticIds.FreeButListedWithPrice,
        title: "Free model has a listed price",
        messageFormat: "'{0}' counts as free, but {1} has {2}, so it would be called when its account is out of credit",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The model counts as free because of Free = true, prices of 0 or its id, but the list has a price above 0. It is still called when its account is out of credit. That call is refused or makes the balance negative.",
        helpLinkUri: Page(DiagnosticIds.FreeButListedWithPrice));

    /// <summary>A model that counts as priced but is listed as free.</summary>
    internal static readonly DiagnosticDescriptor PricedButListedFree = new(
        DiagnosticIds.PricedButListedFree,
        title: "Priced model is listed as free",
        messageFormat: "'{0}' counts as priced, but {1} lists it as free, so it would be skipped when its account is out of credit",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The list has prices of 0 for input and output and no other price. Because the model counts as priced, it is skipped when its account is out of credit, although it would answer.",
        helpLinkUri: Page(DiagnosticIds.PricedButListedFree));
}
