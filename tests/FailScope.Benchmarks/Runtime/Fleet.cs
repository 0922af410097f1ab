namespace FailScope.Benchmarks.Runtime;

/// <summary>Ten models on four keys at three providers, two of them free, as in a typical application.</summary>
[ModelCatalog]
public static partial class Fleet
{
    [Provider("https://one.example/v1")]
    public static partial Provider One { get; }

    [Provider("https://two.example/v1")]
    public static partial Provider Two { get; }

    [Provider("https://three.example/v1")]
    public static partial Provider Three { get; }

    [Credential(nameof(One))]
    public static partial Credential KeyA { get; }

    [Credential(nameof(One))]
    public static partial Credential KeyB { get; }

    [Credential(nameof(Two))]
    public static partial Credential KeyC { get; }

    [Credential(nameof(Three))]
    public static partial Credential KeyD { get; }

    [Model("a/1", nameof(KeyA), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model A1 { get; }

    [Model("a/2", nameof(KeyA), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000)]
    public static partial Model A2 { get; }

    [Model("a/3:free", nameof(KeyA), ContextWindow = 200_000)]
    public static partial Model A3Free { get; }

    [Model("b/1", nameof(KeyB), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model B1 { get; }

    [Model("b/2", nameof(KeyB), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000)]
    public static partial Model B2 { get; }

    [Model("b/3:free", nameof(KeyB), ContextWindow = 200_000)]
    public static partial Model B3Free { get; }

    [Model("c/1", nameof(KeyC), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model C1 { get; }

    [Model("c/2", nameof(KeyC), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000)]
    public static partial Model C2 { get; }

    [Model("d/1", nameof(KeyD), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model D1 { get; }

    [Model("d/2", nameof(KeyD), InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000)]
    public static partial Model D2 { get; }

    [FallbackChain(nameof(A1), nameof(A2), nameof(A3Free), nameof(B1), nameof(B2), nameof(B3Free), nameof(C1), nameof(C2), nameof(D1), nameof(D2), Survives = LossOf.Credit | LossOf.Provider)]
    public static partial FallbackChain Chain { get; }
}
