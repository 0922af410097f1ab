namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>Two providers with two keys each: at one on a shared account, at the other on separate ones; priced and free models.</summary>
[ModelCatalog]
internal static partial class Exchange
{
    [Provider("https://one.example/v1")]
    public static partial Provider One { get; }

    [Provider("https://two.example/v1")]
    public static partial Provider Two { get; }

    [BillingAccount(nameof(One))]
    public static partial BillingAccount Purse { get; }

    [Credential(nameof(One), Account = nameof(Purse))]
    public static partial Credential KeyA { get; }

    [Credential(nameof(One), Account = nameof(Purse))]
    public static partial Credential KeyB { get; }

    [Credential(nameof(Two))]
    public static partial Credential KeyC { get; }

    [Credential(nameof(Two))]
    public static partial Credential KeyD { get; }

    [Model("one/large", nameof(KeyA), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model Large { get; }

    [Model("one/small:free", nameof(KeyA), ContextWindow = 100_000)]
    public static partial Model Small { get; }

    [Model("one/other", nameof(KeyB), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000)]
    public static partial Model Other { get; }

    [Model("one/tiny:free", nameof(KeyB), ContextWindow = 50_000)]
    public static partial Model Tiny { get; }

    [Model("two-large", nameof(KeyC), InputUsdPerMillion = 2, OutputUsdPerMillion = 8, ContextWindow = 400_000)]
    public static partial Model Elsewhere { get; }

    [Model("two-small", nameof(KeyD), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)]
    public static partial Model Last { get; }

    [FallbackChain(nameof(Large), nameof(Small), nameof(Other), nameof(Tiny), nameof(Elsewhere), nameof(Last))]
    public static partial FallbackChain Chat { get; }
}
