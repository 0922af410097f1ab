using FailScope.Generators.Shared;

namespace FailScope.Generators.Pricing;

/// <summary>Whether a model of a catalog costs nothing: decided once, from what the catalog declares.</summary>
internal static class Freeness
{
    /// <summary>Whether the model is free.</summary>
    /// <param name="declared">The value of <c>Free</c>, or null where it is not declared.</param>
    /// <param name="prices">The declared prices, indexed by <see cref="Price"/>; null where one is not declared.</param>
    /// <param name="id">The model id.</param>
    internal static bool IsFree(bool? declared, decimal?[] prices, string? id) =>
        FreeModel.Is(declared, prices[(int)Price.InputUsdPerMillion], prices[(int)Price.OutputUsdPerMillion], prices, id);
}
