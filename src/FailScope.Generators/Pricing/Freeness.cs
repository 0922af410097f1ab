using FailScope.Generators.Shared;

namespace FailScope.Generators.Pricing;

/// <summary>Determines whether a model is free, from the declaration in the catalog.</summary>
internal static class Freeness
{
    /// <summary>Whether the model is free.</summary>
    /// <param name="declared">The value of <c>Free</c>, or null if it is not declared.</param>
    /// <param name="prices">The declared prices, indexed by <see cref="Price"/>; null if a price is not declared.</param>
    /// <param name="id">The model id.</param>
    internal static bool IsFree(bool? declared, decimal?[] prices, string? id) =>
        FreeModel.Is(declared, prices[(int)Price.InputUsdPerMillion], prices[(int)Price.OutputUsdPerMillion], prices, id);
}
