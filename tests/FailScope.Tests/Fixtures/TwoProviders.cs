namespace FailScope.Tests.Fixtures;

/// <summary>Two providers. The first has a shared account with two keys, and a key with its own account. Each key has a priced and a free model.</summary>
[ModelCatalog]
public static partial class TwoProviders
{
    [Provider("https://one.example/v1")]
    public static partial Provider One { get; }

    [Provider("https://two.example/v1")]
    public static partial Provider Two { get; }

    [BillingAccount(nameof(One))]
    public static partial BillingAccount Shared { get; }

    [Credential(nameof(One), Account = nameof(Shared))]
    public static partial Credential KeyA { get; }

    [Credential(nameof(One), Account = nameof(Shared))]
    public static partial Credential KeyB { get; }

    [Credential(nameof(One))]
    public static partial Credential KeyC { get; }

    [Credential(nameof(Two))]
    public static partial Credential KeyD { get; }

    [Model("a/paid", nameof(KeyA), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000, Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision)]
    public static partial Model PaidA { get; }

    [Model("a/other", nameof(KeyA), InputUsdPerMillion = 1, OutputUsdPerMillion = 2, ContextWindow = 100_000, Capabilities = ModelCapabilities.Tools)]
    public static partial Model OtherA { get; }

    [Model("a/small:free", nameof(KeyA), ContextWindow = 200_000, Capabilities = ModelCapabilities.None)]
    public static partial Model FreeA { get; }

    [Model("b/paid", nameof(KeyB), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 400_000)]
    public static partial Model PaidB { get; }

    [Model("b/small:free", nameof(KeyB))]
    public static partial Model FreeB { get; }

    [Model("c/paid", nameof(KeyC), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 1_000_000)]
    public static partial Model PaidC { get; }

    [Model("c/small:free", nameof(KeyC), ContextWindow = 8_000)]
    public static partial Model FreeC { get; }

    [Model("d/paid", nameof(KeyD), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 32_000)]
    public static partial Model PaidD { get; }

    [FallbackChain(nameof(PaidA), nameof(OtherA), nameof(FreeA), nameof(PaidB), nameof(FreeB), nameof(PaidC), nameof(FreeC), nameof(PaidD))]
    public static partial FallbackChain All { get; }
}
