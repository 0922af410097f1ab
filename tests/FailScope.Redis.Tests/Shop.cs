namespace FailScope.Redis.Tests;

[ModelCatalog]
internal static partial class Shop
{
    [Provider("https://router.example/v1")]
    public static partial Provider Router { get; }

    [Provider("https://direct.example/v1")]
    public static partial Provider Direct { get; }

    [Credential(nameof(Router))]
    public static partial Credential Main { get; }

    [Credential(nameof(Direct))]
    public static partial Credential Own { get; }

    [Model("lab/large", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
    public static partial Model Large { get; }

    [Model("lab/spare", nameof(Own), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
    public static partial Model Spare { get; }

    [FallbackChain(nameof(Large), nameof(Spare))]
    public static partial FallbackChain Chat { get; }
}
