using System.Globalization;

namespace FailScope.Tool.Updating;

/// <summary>One change of one model between two versions of a list.</summary>
/// <param name="Provider">The list's name for the provider.</param>
/// <param name="Id">The model id.</param>
/// <param name="What">What changed: a price, the context window, the capabilities, the expiry date, or the model itself.</param>
/// <param name="Before">The old value; null if there was none.</param>
/// <param name="After">The new value; null if there is none.</param>
internal sealed record ListDifference(string Provider, string Id, string What, string? Before, string? After)
{
    /// <summary>The changes from one list to the next, in the order of the newer list, followed by removed models.</summary>
    internal static IEnumerable<ListDifference> Between(PriceList before, PriceList after)
    {
        foreach (ListedModel model in after.Models)
        {
            IEnumerable<ListDifference> differences = before.Find(model.Provider, model.Id) is { } old
                ? Between(old, model)
                : [new ListDifference(model.Provider, model.Id, "model", null, "listed")];
            foreach (ListDifference difference in differences)
            {
                yield return difference;
            }
        }

        foreach (ListedModel model in before.Models.Where(model => after.Find(model.Provider, model.Id) is null))
        {
            yield return new ListDifference(model.Provider, model.Id, "model", "listed", null);
        }
    }

    private static IEnumerable<ListDifference> Between(ListedModel before, ListedModel after)
    {
        foreach (Price price in Enum.GetValues<Price>())
        {
            if (before.PriceOf(price) != after.PriceOf(price))
            {
                yield return Of(price.ToString(), Usd(before.PriceOf(price)), Usd(after.PriceOf(price)));
            }
        }

        if (before.IsFree != after.IsFree)
        {
            yield return Of("free", before.IsFree ? "yes" : "no", after.IsFree ? "yes" : "no");
        }

        if (before.ContextWindow != after.ContextWindow)
        {
            yield return Of("ContextWindow", Tokens(before.ContextWindow), Tokens(after.ContextWindow));
        }

        if (before.MaxOutputTokens != after.MaxOutputTokens)
        {
            yield return Of("MaxOutputTokens", Tokens(before.MaxOutputTokens), Tokens(after.MaxOutputTokens));
        }

        if (before.Capabilities != after.Capabilities)
        {
            yield return Of("Capabilities", before.Capabilities.ToString(), after.Capabilities.ToString());
        }

        if (before.Expires != after.Expires)
        {
            yield return Of("expires", Day(before.Expires), Day(after.Expires));
        }

        ListDifference Of(string what, string? old, string? now) => new(after.Provider, after.Id, what, old, now);
    }

    private static string? Usd(decimal? usd) => usd is { } value ? "$" + value.ToString("0.############", CultureInfo.InvariantCulture) : null;

    private static string? Tokens(long? tokens) => tokens?.ToString("#,0", CultureInfo.InvariantCulture);

    private static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
