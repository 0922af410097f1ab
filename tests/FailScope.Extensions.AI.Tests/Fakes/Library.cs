namespace FailScope.Extensions.AI.Tests;

/// <summary>One embedding model at two providers, and others with different embedding spaces.</summary>
[ModelCatalog]
internal static partial class Library
{
    [Provider("https://router.example/v1")]
    public static partial Provider Router { get; }

    [Provider("https://direct.example/v1")]
    public static partial Provider Direct { get; }

    [Credential(nameof(Router), EnvironmentVariable = "FAILSCOPE_TESTS_MAIN_KEY")]
    public static partial Credential Main { get; }

    [Credential(nameof(Direct), EnvironmentVariable = "FAILSCOPE_TESTS_OTHER_KEY")]
    public static partial Credential Other { get; }

    [Model("lab/embed", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 0, EmbeddingSpace = "embed/3")]
    public static partial Model Embed { get; }

    [Model("lab/embed-fast", nameof(Main), InputUsdPerMillion = 2, OutputUsdPerMillion = 0, EmbeddingSpace = "embed/3")]
    public static partial Model EmbedFast { get; }

    [Model("embed", nameof(Other), InputUsdPerMillion = 1, OutputUsdPerMillion = 0, EmbeddingSpace = "embed/3")]
    public static partial Model EmbedDirect { get; }

    [Model("embed-2", nameof(Other), InputUsdPerMillion = 1, OutputUsdPerMillion = 0, EmbeddingSpace = "embed-2/3")]
    public static partial Model Successor { get; }

    [Model("chat", nameof(Other), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)]
    public static partial Model Chat { get; }

    /// <summary>Two models on one key, then another provider.</summary>
    [FallbackChain(nameof(Embed), nameof(EmbedFast), nameof(EmbedDirect))]
    public static partial FallbackChain Vectors { get; }
}
