namespace FailScope.Redis.Tests.Soak;

/// <summary>Keys that share an account, free models, two failing providers, and a last model that always answers.</summary>
[ModelCatalog]
internal static partial class Market
{
    [Provider("https://router.example/v1")]
    public static partial Provider Router { get; }

    [Provider("https://direct.example/v1")]
    public static partial Provider Direct { get; }

    [Provider("https://home.example/v1")]
    public static partial Provider Home { get; }

    [BillingAccount(nameof(Direct))]
    public static partial BillingAccount Team { get; }

    [Credential(nameof(Router))]
    public static partial Credential Main { get; }

    [Credential(nameof(Router))]
    public static partial Credential Spare { get; }

    [Credential(nameof(Direct), Account = nameof(Team))]
    public static partial Credential TeamA { get; }

    [Credential(nameof(Direct), Account = nameof(Team))]
    public static partial Credential TeamB { get; }

    [Credential(nameof(Home))]
    public static partial Credential HomeKey { get; }

    [Model("lab/large", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
    public static partial Model Large { get; }

    [Model("lab/medium", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
    public static partial Model Medium { get; }

    [Model("lab/small:free", nameof(Main))]
    public static partial Model SmallFree { get; }

    [Model("lab/large", nameof(Spare), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
    public static partial Model LargeSpare { get; }

    [Model("direct-1", nameof(TeamA), InputUsdPerMillion = 2, OutputUsdPerMillion = 8)]
    public static partial Model DirectA { get; }

    [Model("direct-1", nameof(TeamB), InputUsdPerMillion = 2, OutputUsdPerMillion = 8)]
    public static partial Model DirectB { get; }

    [Model("home-1", nameof(HomeKey), InputUsdPerMillion = 9, OutputUsdPerMillion = 9)]
    public static partial Model Rest { get; }

    [FallbackChain(nameof(Large), nameof(Medium), nameof(SmallFree), nameof(LargeSpare), nameof(DirectA), nameof(DirectB), nameof(Rest))]
    public static partial FallbackChain Chat { get; }
}
