using FailScope.Generators.Shared;

namespace FailScope.Generators.Pricing;

/// <summary>
/// Whether a model costs nothing. Decided once, from what the catalog declares, and on the side of caution: a model taken
/// for free although it bills would spend money from an account that has none left.
/// </summary>
internal static class Freeness
{
    /// <summary>Whether the model is free.</summary>
    /// <param name="declared">The value of <c>Free</c>, or null where it is not declared.</param>
    /// <param name="prices">The declared prices, indexed by <see cref="Price"/>; null where one is not declared.</param>
    /// <param name="id">The model id.</param>
    internal static bool IsFree(bool? declared, decimal?[] prices, string? id)
    {
        if (declared is { } free)
        {
            return free;
        }

        foreach (decimal? price in prices)
        {
            // Also a negative price, which is a mistake: a mistake is no reason to call a model free.
            if (price is { } value && value != 0)
            {
                return false;
            }
        }

        bool bothTokenPricesAreZero = prices[(int)Price.InputUsdPerMillion] is not null && prices[(int)Price.OutputUsdPerMillion] is not null;
        return bothTokenPricesAreZero || ModelId.IsFreeVariant(id);
    }
}
