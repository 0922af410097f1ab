using System;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

internal
#else
namespace FailScope;

/// <summary>
/// Reads the variant of a model id: the part after the last colon, as in <c>vendor/model:free</c>. A variant is a whole
/// segment. A substring test would treat <c>vendor/model:freedom</c> as free, although it costs money.
/// </summary>
public
#endif
static class ModelId
{
    private const string Free = "free";

    /// <summary>
    /// Whether the last variant segment of the id is exactly <c>free</c>, in any case. This only looks at the id. Whether a model of
    /// a catalog costs nothing is <c>Model.IsFree</c>, which also depends on its prices.
    /// </summary>
    /// <param name="id">A model id; null or empty is not a free variant.</param>
    /// <returns><see langword="true"/> for <c>x:free</c> and <c>x:FREE</c>; <see langword="false"/> for <c>x:freedom</c>,
    /// <c>x:free:online</c> and <c>x</c>.</returns>
    public static bool IsFreeVariant(string? id) =>
        id is not null
        && id.LastIndexOf(':') is >= 0 and int colon
        && id.Length - colon - 1 == Free.Length
        && string.Compare(id, colon + 1, Free, 0, Free.Length, StringComparison.OrdinalIgnoreCase) == 0;

#if !FAILSCOPE_COMPILER
    /// <inheritdoc cref="IsFreeVariant(string?)"/>
    public static bool IsFreeVariant(ReadOnlySpan<char> id) =>
        id.LastIndexOf(':') is >= 0 and int colon
        && id[(colon + 1)..].Equals(Free, StringComparison.OrdinalIgnoreCase);
#endif
}
