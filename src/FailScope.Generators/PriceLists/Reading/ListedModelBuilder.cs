using System;
using System.Collections.Generic;
using System.Globalization;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>Builds a list's entry for one model, member by member.</summary>
internal sealed class ListedModelBuilder
{
    // Ids of published lists have up to 90 characters.
    private const int LongestId = 256;

    // Published entries have up to ten.
    private const int MostOtherTiers = 64;

    // A later date means that there is none: lists use 2098-12-31, 2099-12-31 and 9999-12-31.
    private const int FirstYearOfNever = 2090;

    private readonly decimal?[] _prices = new decimal?[(int)Price.UsdPerSearch + 1];
    private readonly List<KeyValuePair<Price, decimal>> _otherTiers = [];

    internal string? Id { get; set; }

    internal string? Provider { get; set; }

    internal long? ContextWindow { get; set; }

    internal long? OtherContextWindow { get; set; }

    internal long? MaxOutputTokens { get; set; }

    internal ModelCapabilities Capabilities { get; private set; }

    internal ModelCapabilities Denied { get; private set; }

    internal DateTime? Expires { get; set; }

    internal bool IsAlias { get; set; }

    internal string? UnnamedPrice { get; private set; }

    internal bool HasDynamicPrice { get; private set; }

    internal int Line { get; set; }

    /// <summary>Removes the prices, because they are stated a second time.</summary>
    internal void ClearPrices()
    {
        Array.Clear(_prices, 0, _prices.Length);
        _otherTiers.Clear();
        UnnamedPrice = null;
        HasDynamicPrice = false;
    }

    /// <summary>Reads the price after the current name and multiplies it by a power of ten. -1 means that the price depends on the request.</summary>
    internal void SetPrice(Price price, JsonReader reader, int shift)
    {
        reader.Read();
        if (TryReadPrice(reader, shift, out decimal usd))
        {
            HasDynamicPrice |= usd < 0;
            if (usd >= 0)
            {
                _prices[(int)price] = usd;
            }
        }
    }

    /// <summary>Reads the price after the current name, which applies only to some requests.</summary>
    internal void AddOtherTier(Price price, JsonReader reader, int shift)
    {
        reader.Read();
        if (_otherTiers.Count < MostOtherTiers && TryReadPrice(reader, shift, out decimal usd) && usd >= 0)
        {
            _otherTiers.Add(new(price, usd));
        }
    }

    /// <summary>Reads the price at the current token, for which the attribute has no property. Only its existence matters.</summary>
    internal void AddUnnamedPrice(string name, JsonReader reader)
    {
        if (UnnamedPrice is null && IsId(name) && TryReadPrice(reader, 0, out decimal usd) && usd != 0)
        {
            UnnamedPrice = name;
        }
    }

    internal void Can(ModelCapabilities capability, bool can)
    {
        Capabilities = can ? Capabilities | capability : Capabilities & ~capability;
        Denied = can ? Denied & ~capability : Denied | capability;
    }

    /// <summary>Removes these capabilities, because they are stated a second time.</summary>
    internal void Forget(ModelCapabilities capabilities)
    {
        Capabilities &= ~capabilities;
        Denied &= ~capabilities;
    }

    /// <summary>Reads the true or false after the current name; any other value is ignored.</summary>
    internal void SetCapability(ModelCapabilities capability, JsonReader reader)
    {
        reader.Read();
        if (reader.Token is JsonToken.True or JsonToken.False)
        {
            Can(capability, reader.Token == JsonToken.True);
        }
    }

    /// <summary>The model; null if it has no valid id.</summary>
    internal ListedModel? Build() => Provider is null || !IsId(Id) ? null : new ListedModel(Provider, Id!, StatedPrices(), [.. _otherTiers])
    {
        UnnamedPrice = UnnamedPrice,
        HasDynamicPrice = HasDynamicPrice,
        ContextWindow = ContextWindow,
        OtherContextWindow = OtherContextWindow,
        MaxOutputTokens = MaxOutputTokens,
        Capabilities = Capabilities,
        Denied = Denied,
        Expires = Expires,
        IsAlias = IsAlias,
        Line = Line,
    };

    /// <summary>
    /// Whether a text can be the id of a model or a provider. Ids are quoted in messages, so control characters are not allowed.
    /// </summary>
    internal static bool IsId(string? text)
    {
        if (text is null || text.Length is 0 or > LongestId)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of tokens after the current name; null for anything else, and for 0.</summary>
    internal static long? ReadTokens(JsonReader reader) =>
        reader.Read() && TryReadPrice(reader, 0, out decimal tokens) && tokens is >= 1 and <= long.MaxValue ? (long)tokens : null;

    /// <summary>The text after the current name; null for anything else.</summary>
    internal static string? ReadText(JsonReader reader) => reader.Read() && reader.Token == JsonToken.String && reader.Text.Length > 0 ? reader.Text.ToString() : null;

    /// <summary>The date at the start of the text after the current name, or the first day of its month; null for any other value.</summary>
    internal static DateTime? ReadDate(JsonReader reader)
    {
        if (!reader.Read() || reader.Token != JsonToken.String || reader.Text.Length < 7)
        {
            return null;
        }

        string text = reader.Text.Length < 10 ? reader.Text.Slice(0, 7).ToString() + "-01" : reader.Text.Slice(0, 10).ToString();
        return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null;
    }

    /// <summary>Like <see cref="ReadDate"/>, but also null for a date in the far future, which means that there is none.</summary>
    internal static DateTime? ReadExpiry(JsonReader reader) => ReadDate(reader) is { Year: < FirstYearOfNever } date ? date : null;

    private KeyValuePair<Price, decimal>[] StatedPrices()
    {
        var stated = new List<KeyValuePair<Price, decimal>>();
        for (int i = 0; i < _prices.Length; i++)
        {
            if (_prices[i] is { } usd)
            {
                stated.Add(new((Price)i, usd));
            }
        }

        return [.. stated];
    }

    private static bool TryReadPrice(JsonReader reader, int shift, out decimal value)
    {
        value = 0;
        return reader.Token is JsonToken.Number or JsonToken.String && ExactNumber.TryParsePrice(reader.Text, shift, out value);
    }
}
