namespace FailScope.Extensions.AI.Tests;

/// <summary>One router with two keys, and another provider.</summary>
[ModelCatalog]
internal static partial class Shop
{
    [Provider("https://router.example/v1")]
    public static partial Provider Router { get; }

    [Provider("https://direct.example/v1")]
    public static partial Provider Direct { get; }

    [Credential(nameof(Router), EnvironmentVariable = "FAILSCOPE_TESTS_MAIN_KEY")]
    public static partial Credential Main { get; }

    [Credential(nameof(Direct), EnvironmentVariable = "FAILSCOPE_TESTS_OTHER_KEY")]
    public static partial Credential Other { get; }

    [Model("lab/large", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, MaxOutputTokens = 1000,
        Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision)]
    public static partial Model Large { get; }

    [Model("lab/medium", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, Capabilities = ModelCapabilities.None)]
    public static partial Model Medium { get; }

    [Model("lab/small:free", nameof(Main))]
    public static partial Model SmallFree { get; }

    [Model("direct-1", nameof(Other), InputUsdPerMillion = 2, OutputUsdPerMillion = 8)]
    public static partial Model Elsewhere { get; }

    /// <summary>Priced, priced, free on one key, then another provider.</summary>
    [FallbackChain(nameof(Large), nameof(Medium), nameof(SmallFree), nameof(Elsewhere))]
    public static partial FallbackChain All { get; }
}
