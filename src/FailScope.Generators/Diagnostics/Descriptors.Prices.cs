using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A file that is not JSON.</summary>
    internal static readonly DiagnosticDescriptor UnreadablePriceList = new(
        DiagnosticIds.UnreadablePriceList,
        title: "A price list that cannot be read",
        messageFormat: "The price list '{0}' {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The file that a FailScopePrices item names is no sound JSON, or beyond every measure of a price list. Nothing of it is used.",
        helpLinkUri: Page(DiagnosticIds.UnreadablePriceList));

    /// <summary>A file of another kind.</summary>
    internal static readonly DiagnosticDescriptor UnknownPriceListFormat = new(
        DiagnosticIds.UnknownPriceListFormat,
        title: "A price list in no known format",
        messageFormat: "The price list '{0}' {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The file that a FailScopePrices item names is sound JSON, but none of the formats that are known by their content: OpenRouter's models answer, LiteLLM's price file, the api.json of models.dev.",
        helpLinkUri: Page(DiagnosticIds.UnknownPriceListFormat));

    /// <summary>A list that was not fetched for long.</summary>
    internal static readonly DiagnosticDescriptor OldPriceList = new(
        DiagnosticIds.OldPriceList,
        title: "An old price list",
        messageFormat: "The price list '{0}' is of {1}, {2} days before {3}; {4} are allowed (FailScopePricesMaxAgeDays)",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The newest date in the content of the list is longer before FailScopePricesDate than FailScopePricesMaxAgeDays allows. Prices, expiry dates and free variants may have changed since.",
        helpLinkUri: Page(DiagnosticIds.OldPriceList));

    /// <summary>A property or metadata that means nothing.</summary>
    internal static readonly DiagnosticDescriptor PriceListSetting = new(
        DiagnosticIds.PriceListSetting,
        title: "A setting of the price lists that cannot be read",
        messageFormat: "The price lists are not compared as the project says: {0}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "FailScopePricesDate is a day (yyyy-MM-dd), FailScopePricesTolerancePercent a number from 0 to 100, FailScopePricesMaxAgeDays a number of days, and the Provider of a FailScopePrices item names providers that the list has.",
        helpLinkUri: Page(DiagnosticIds.PriceListSetting));

    /// <summary>An id that its provider does not list.</summary>
    internal static readonly DiagnosticDescriptor UnlistedModel = new(
        DiagnosticIds.UnlistedModel,
        title: "A model that no price list knows",
        messageFormat: "'{0}': {1} does not know '{2}'{3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A price list covers the provider of the model and has no entry of its id. A mistyped id fails with the first request; one that was withdrawn makes the chain shorter than it looks.",
        helpLinkUri: Page(DiagnosticIds.UnlistedModel));

    /// <summary>A free variant that is gone.</summary>
    internal static readonly DiagnosticDescriptor UnlistedFreeVariant = new(
        DiagnosticIds.UnlistedFreeVariant,
        title: "A free variant that is no longer listed",
        messageFormat: "'{0}': {1} lists '{2}', but no free variant of it",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The list knows the model, and not its free variant. Free variants come and go; a chain that relies on one when the balance is empty ends there.",
        helpLinkUri: Page(DiagnosticIds.UnlistedFreeVariant));

    /// <summary>A model that goes away within 90 days.</summary>
    internal static readonly DiagnosticDescriptor ExpiringModel = new(
        DiagnosticIds.ExpiringModel,
        title: "A model that is about to expire",
        messageFormat: "'{0}': {1} says that it expires on {2}, {3} days after {4}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The list names a day within 90 days on which the model goes away.",
        helpLinkUri: Page(DiagnosticIds.ExpiringModel));

    /// <summary>A model that has gone away.</summary>
    internal static readonly DiagnosticDescriptor ExpiredModel = new(
        DiagnosticIds.ExpiredModel,
        title: "A model that has expired",
        messageFormat: "'{0}': {1} says that it expired on {2}{3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The list names a day, not after FailScopePricesDate or else the date of the list, on which the model went away.",
        helpLinkUri: Page(DiagnosticIds.ExpiredModel));

    /// <summary>A model without the entry that it relies on.</summary>
    internal static readonly DiagnosticDescriptor MissingPriceListEntry = new(
        DiagnosticIds.MissingPriceListEntry,
        title: "No price list has the facts of a model",
        messageFormat: "'{0}' takes its facts from a price list, but {1}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The model is declared with FromPriceList = true, and no list of the project has an entry of it with a price of its tokens. It counts as priced, with unknown prices.",
        helpLinkUri: Page(DiagnosticIds.MissingPriceListEntry));

    /// <summary>A declared price beyond the tolerance.</summary>
    internal static readonly DiagnosticDescriptor PriceDiffers = new(
        DiagnosticIds.PriceDiffers,
        title: "A price differs from the listed one",
        messageFormat: "'{0}' declares {1} = {2}, but {3} has {4}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The declared price differs from the listed one by more than FailScopePricesTolerancePercent (1), and from that of every tier.",
        helpLinkUri: Page(DiagnosticIds.PriceDiffers));

    /// <summary>A declared window that is not the listed one.</summary>
    internal static readonly DiagnosticDescriptor ContextWindowDiffers = new(
        DiagnosticIds.ContextWindowDiffers,
        title: "A context window differs from the listed one",
        messageFormat: "'{0}' declares a context window of {1} tokens, but {2} has {3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Models are left out of a turn by their declared window: too large a one lets a request fail, too small a one leaves out a model that would answer.",
        helpLinkUri: Page(DiagnosticIds.ContextWindowDiffers));

    /// <summary>A declared capability that is not there.</summary>
    internal static readonly DiagnosticDescriptor DeniedCapability = new(
        DiagnosticIds.DeniedCapability,
        title: "A capability that the list denies",
        messageFormat: "'{0}' declares {1}, which {2} denies",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A turn that needs the capability is sent to the model, which refuses it or silently ignores what it cannot do.",
        helpLinkUri: Page(DiagnosticIds.DeniedCapability));

    /// <summary>A router as a model.</summary>
    internal static readonly DiagnosticDescriptor DynamicPrice = new(
        DiagnosticIds.DynamicPrice,
        title: "A price that is decided with each request",
        messageFormat: "'{0}': {1} has a price of -1: it is decided with each request, by the model that is chosen",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The id stands for a choice among models. No declared price can be right, and the model always counts as priced.",
        helpLinkUri: Page(DiagnosticIds.DynamicPrice));

    /// <summary>A bare model.</summary>
    internal static readonly DiagnosticDescriptor UndeclaredPrice = new(
        DiagnosticIds.UndeclaredPrice,
        title: "A listed price that is not declared",
        messageFormat: "'{0}' declares no price, but {1} has {2}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The model is declared without a price, and the list has one. The fix writes what is listed; FromPriceList = true takes it from there at every build.",
        helpLinkUri: Page(DiagnosticIds.UndeclaredPrice));

    /// <summary>A declared longest answer that the model does not give.</summary>
    internal static readonly DiagnosticDescriptor MaxOutputDiffers = new(
        DiagnosticIds.MaxOutputDiffers,
        title: "A longest answer beyond the listed one",
        messageFormat: "'{0}' declares answers of up to {1} tokens, but {2} has {3}",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A request may ask for as many tokens as the declared MaxOutputTokens. Providers refuse a request that asks for more than the model gives.",
        helpLinkUri: Page(DiagnosticIds.MaxOutputDiffers));

    /// <summary>A free model that bills.</summary>
    internal static readonly DiagnosticDescriptor FreeButListedWithPrice = new(
        DiagnosticIds.FreeButListedWithPrice,
        title: "A model that counts as free has a price",
        messageFormat: "'{0}' counts as free, but {1} has {2}: it would be tried on an empty account",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The model is declared free, by Free = true, by prices of 0 or by its id, and the list names a price above 0. When the account is empty it is tried all the same, which is refused at best and at worst goes onto a negative balance.",
        helpLinkUri: Page(DiagnosticIds.FreeButListedWithPrice));

    /// <summary>A priced model that costs nothing.</summary>
    internal static readonly DiagnosticDescriptor PricedButListedFree = new(
        DiagnosticIds.PricedButListedFree,
        title: "A model that counts as priced is free",
        messageFormat: "'{0}' counts as priced, but {1} lists it as free: it would not be tried on an empty account",
        category: Categories.Prices,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The list names prices of 0 for input and output and no other price. Counted as priced, the model is left out of a turn as soon as the account is empty, although it would answer.",
        helpLinkUri: Page(DiagnosticIds.PricedButListedFree));
}
