namespace FailScope.Generators.Pricing;

/// <summary>
/// The prices that a model can declare, in US dollars. The names are those of the properties of <c>ModelAttribute</c> and
/// <c>ModelPricing</c>; a test checks that all three match.
/// </summary>
internal enum Price
{
    InputUsdPerMillion = 0,
    OutputUsdPerMillion,
    CacheReadUsdPerMillion,
    CacheWriteUsdPerMillion,
    ReasoningUsdPerMillion,
    AudioInputUsdPerMillion,
    AudioOutputUsdPerMillion,
    UsdPerRequest,
    UsdPerImage,
    UsdPerSecond,
    UsdPerSearch,
}
