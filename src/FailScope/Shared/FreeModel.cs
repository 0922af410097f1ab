using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// Decides whether a model costs nothing. In doubt it does not: a priced model that is treated as free would be called on an account
/// without credit.
/// </summary>
internal static class FreeModel
{
    /// <summary>Whether the model is free.</summary>
    /// <param name="declared">Whether it is declared to be free; null if nothing is declared.</param>
    /// <param name="input">The price of input tokens; null if not declared.</param>
    /// <param name="output">The price of output tokens; null if not declared.</param>
    /// <param name="prices">All prices; null for those not declared.</param>
    /// <param name="id">The model id.</param>
    internal static bool Is(bool? declared, decimal? input, decimal? output, IEnumerable<decimal?> prices, string? id)
    {
        if (declared is { } free)
        {
            return free;
        }

        foreach (decimal? price in prices)
        {
            // A negative price is a mistake, and a mistake is no reason to treat a model as free.
            if (price is { } value && value != 0)
            {
                return false;
            }
        }

        return (input is not null && output is not null) || ModelId.IsFreeVariant(id);
    }
}
