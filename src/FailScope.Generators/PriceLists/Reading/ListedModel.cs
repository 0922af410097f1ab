using System;
using System.Collections.Generic;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// A list's entry for one model at one provider. An entry with three prices takes about 370 bytes, including its id.
/// </summary>
internal sealed class ListedModel
{
    // Cached, because it is used at every keystroke and never changes.
    private bool? _isFree;

    internal ListedModel(string provider, string id, KeyValuePair<Price, decimal>[] prices, KeyValuePair<Price, decimal>[] otherTiers)
    {
        Provider = provider;
        Id = id;
        Prices = prices;
        OtherTiers = otherTiers;
    }

    /// <summary>The list's own name for the provider.</summary>
    internal string Provider { get; }

    /// <summary>The provider's id of the model, without the prefix that LiteLLM adds.</summary>
    internal string Id { get; }

    /// <summary>
    /// The prices of a short request, in the order of <see cref="Price"/>. A missing price is not stated.
    /// </summary>
    internal IReadOnlyList<KeyValuePair<Price, decimal>> Prices { get; }

    /// <summary>The prices of longer requests, service tiers and discounts. Each one is correct for some requests.</summary>
    internal IReadOnlyList<KeyValuePair<Price, decimal>> OtherTiers { get; }

    /// <summary>The list's name for a price above 0 that has no property in the attribute (per page, per character); null if there is none.</summary>
    internal string? UnnamedPrice { get; init; }

    /// <summary>Whether the price depends on the request, which lists write as -1.</summary>
    internal bool HasDynamicPrice { get; init; }

    /// <summary>In tokens; null if it is not stated.</summary>
    internal long? ContextWindow { get; init; }

    /// <summary>
    /// Another value for the window, if the list has two: that of the provider which is used first, or that of prompt and response
    /// together. A declared value between the two is accepted.
    /// </summary>
    internal long? OtherContextWindow { get; init; }

    /// <summary>In tokens; null if it is not stated.</summary>
    internal long? MaxOutputTokens { get; init; }

    /// <summary>The capabilities that the list states.</summary>
    internal ModelCapabilities Capabilities { get; init; }

    /// <summary>The capabilities that the list denies. A capability in neither value is not stated.</summary>
    internal ModelCapabilities Denied { get; init; }

    /// <summary>The first day on which it may no longer be available; null if there is none, which some lists write as a date in the far future.</summary>
    internal DateTime? Expires { get; init; }

    /// <summary>Whether the id is an alias of the newest model of a family: <c>~vendor/model-latest</c>.</summary>
    internal bool IsAlias { get; init; }

    /// <summary>The line at which the entry begins in its list, starting from 1.</summary>
    internal int Line { get; init; }

    /// <summary>
    /// Whether it is free, by the rule for declared prices, with one exception: token prices of 0 do not make a model free if it
    /// responds with audio or images, because these are billed per item and lists do not contain that price.
    /// </summary>
    internal bool IsFree => _isFree ??= !HasDynamicPrice && UnnamedPrice is null && Freeness.IsFree(null, PriceArray(), ModelId.IsFreeVariant(Id) ? Id : null)
        && (ModelId.IsFreeVariant(Id) || (Capabilities & (ModelCapabilities.AudioOutput | ModelCapabilities.ImageOutput)) == 0);

    /// <summary>The name of a price above 0; null if there is none.</summary>
    internal string? PriceAboveZero
    {
        get
        {
            foreach (KeyValuePair<Price, decimal> price in Prices)
            {
                if (price.Value > 0)
                {
                    return price.Key.ToString();
                }
            }

            return UnnamedPrice;
        }
    }

    /// <summary>A stated price; null if it is not stated.</summary>
    internal decimal? PriceOf(Price price)
    {
        foreach (KeyValuePair<Price, decimal> listed in Prices)
        {
            if (listed.Key == price)
            {
                return listed.Value;
            }
        }

        return null;
    }

    private decimal?[] PriceArray()
    {
        var prices = new decimal?[(int)Price.UsdPerSearch + 1];
        foreach (KeyValuePair<Price, decimal> price in OtherTiers)
        {
            prices[(int)price.Key] = price.Value == 0 ? null : price.Value;
        }

        foreach (KeyValuePair<Price, decimal> price in Prices)
        {
            prices[(int)price.Key] = prices[(int)price.Key] ?? price.Value;
        }

        return prices;
    }
}
