using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// Whether a model costs nothing. On the side of caution: a model taken for free although it bills would spend money from an
/// account that has none left.
/// </summary>
internal static class FreeModel
{
    /// <summary>Whether the model is free.</summary>
    /// <param name="declared">What is said of it outright; null where nothing is.</param>
    /// <param name="input">The price of input tokens; null where it is not declared.</param>
    /// <param name="output">The price of output tokens; null where it is not declared.</param>
    /// <param name="prices">All declared prices; null where one is not declared.</param>
    /// <param name="id">The model id.</param>
    internal static bool Is(bool? declared, decimal? input, decimal? output, IEnumerable<decimal?> prices, string? id)
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

        return (input is not null && output is not null) || ModelId.IsFreeVariant(id);
    }
}
