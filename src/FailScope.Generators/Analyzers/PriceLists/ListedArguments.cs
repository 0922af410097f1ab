using System.Globalization;
using FailScope.Generators.PriceLists.Reading;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>Listed values, written as arguments of the attribute, for messages and for the code fixes.</summary>
internal static class ListedArguments
{
    /// <summary>The property of a diagnostic with the listed value of the reported argument.</summary>
    internal const string Value = "Value";

    /// <summary>The property of a diagnostic with the names and values to add, one per line.</summary>
    internal const string Missing = "Missing";

    internal static string Usd(decimal usd) => usd.ToString(CultureInfo.InvariantCulture);

    /// <summary>Digits in groups of three, as in catalogs: <c>128_000</c>.</summary>
    internal static string Tokens(long tokens) => tokens.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');

    internal static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The names of the flags.</summary>
    internal static string Capabilities(ModelCapabilities capabilities) => capabilities.ToString().Replace(", ", " | ");

    /// <summary>All values that the list states: lines such as <c>InputUsdPerMillion = 3</c>.</summary>
    internal static IEnumerable<string> All(ListedModel model)
    {
        foreach (KeyValuePair<Price, decimal> price in model.Prices)
        {
            yield return $"{price.Key} = {Usd(price.Value)}";
        }

        if (model.ContextWindow is { } window)
        {
            yield return $"ContextWindow = {Tokens(window)}";
        }

        if (model.MaxOutputTokens is { } output)
        {
            yield return $"MaxOutputTokens = {Tokens(output)}";
        }

        if (model.Capabilities != ModelCapabilities.None)
        {
            yield return $"Capabilities = {Capabilities(model.Capabilities)}";
        }
    }
}
