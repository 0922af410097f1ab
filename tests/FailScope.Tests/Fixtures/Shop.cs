namespace FailScope.Tests.Fixtures;

/// <summary>Two providers, three accounts, four keys, so that every scope contains some models and not others.</summary>
[ModelCatalog]
internal static partial class Shop
{
    [Provider("https://router.example/v1")]
    public static partial Provider Router { get; }

    [Provider("https://direct.example/v1")]
    public static partial Provider Direct { get; }

    [BillingAccount(nameof(Direct))]
    public static partial BillingAccount Team { get; }

    [Credential(nameof(Router), EnvironmentVariable = "SHOP_ROUTER_KEY")]
    public static partial Credential Main { get; }

    [Credential(nameof(Router))]
    public static partial Credential Spare { get; }

    [Credential(nameof(Direct), Account = nameof(Team))]
    public static partial Credential TeamA { get; }

    [Credential(nameof(Direct), Account = nameof(Team))]
    public static partial Credential TeamB { get; }

    [Model("lab/large", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000,
        Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision)]
    public static partial Model Large { get; }

    [Model("lab/medium", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 128_000,
        Capabilities = ModelCapabilities.Tools)]
    public static partial Model Medium { get; }

    [Model("lab/small:free", nameof(Main), ContextWindow = 32_000, Capabilities = ModelCapabilities.None)]
    public static partial Model SmallFree { get; }

    [Model("lab/large", nameof(Spare), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model LargeSpare { get; }

    [Model("direct-1", nameof(TeamA), InputUsdPerMillion = 2, OutputUsdPerMillion = 8, ContextWindow = 1_000_000)]
    public static partial Model DirectA { get; }

    [Model("direct-1", nameof(TeamB), InputUsdPerMillion = 2, OutputUsdPerMillion = 8, ContextWindow = 1_000_000)]
    public static partial Model DirectB { get; }

    /// <summary>One key, priced models first, a free one last.</summary>
    [FallbackChain(nameof(Large), nameof(Medium), nameof(SmallFree), Survives = LossOf.Credit)]
    public static partial FallbackChain Founding { get; }

    [FallbackChain(nameof(Large), nameof(Medium), nameof(SmallFree), nameof(LargeSpare), nameof(DirectA), nameof(DirectB))]
    public static partial FallbackChain All { get; }

    // One empty balance ends it, so that the proofs find something.
#pragma warning disable FSC2002
    [FallbackChain(nameof(DirectA), nameof(DirectB))]
    public static partial FallbackChain Pair { get; }
#pragma warning restore FSC2002
}
