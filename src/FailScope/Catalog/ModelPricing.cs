namespace FailScope;

/// <summary>The declared prices of a model, in US dollars. Null means unknown, never 0.</summary>
public sealed record ModelPricing
{
    /// <summary>No price declared.</summary>
    public static ModelPricing Undeclared { get; } = new();

    /// <inheritdoc cref="ModelAttribute.InputUsdPerMillion"/>
    public decimal? InputUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.OutputUsdPerMillion"/>
    public decimal? OutputUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.CacheReadUsdPerMillion"/>
    public decimal? CacheReadUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.CacheWriteUsdPerMillion"/>
    public decimal? CacheWriteUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.ReasoningUsdPerMillion"/>
    public decimal? ReasoningUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.AudioInputUsdPerMillion"/>
    public decimal? AudioInputUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.AudioOutputUsdPerMillion"/>
    public decimal? AudioOutputUsdPerMillion { get; init; }

    /// <inheritdoc cref="ModelAttribute.UsdPerRequest"/>
    public decimal? UsdPerRequest { get; init; }

    /// <inheritdoc cref="ModelAttribute.UsdPerImage"/>
    public decimal? UsdPerImage { get; init; }

    /// <inheritdoc cref="ModelAttribute.UsdPerSecond"/>
    public decimal? UsdPerSecond { get; init; }

    /// <inheritdoc cref="ModelAttribute.UsdPerSearch"/>
    public decimal? UsdPerSearch { get; init; }

    /// <summary>All prices, including those not declared.</summary>
    internal decimal?[] All() =>
    [
        InputUsdPerMillion, OutputUsdPerMillion, CacheReadUsdPerMillion, CacheWriteUsdPerMillion, ReasoningUsdPerMillion,
        AudioInputUsdPerMillion, AudioOutputUsdPerMillion, UsdPerRequest, UsdPerImage, UsdPerSecond, UsdPerSearch,
    ];
}
