using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// DeepSeek, https://api-docs.deepseek.com/quick_start/pricing.
internal static partial class Models
{
    [Provider("https://api.deepseek.com/v1")]
    public static partial Provider DeepSeek { get; }

    [Credential(nameof(DeepSeek), EnvironmentVariable = "DEEPSEEK_API_KEY")]
    public static partial Credential DeepSeekKey { get; }

    [Model("deepseek-v4-pro", nameof(DeepSeekKey),
        InputUsdPerMillion = 0.435, OutputUsdPerMillion = 0.87, CacheReadUsdPerMillion = 0.003625,
        ContextWindow = 1_000_000, MaxOutputTokens = 8_192,
        Capabilities = Tools | StructuredOutput)]
    public static partial Model DeepSeekV4Pro { get; }

    [Model("deepseek-v4-flash", nameof(DeepSeekKey),
        InputUsdPerMillion = 0.14, OutputUsdPerMillion = 0.28, CacheReadUsdPerMillion = 0.0028,
        ContextWindow = 1_000_000, MaxOutputTokens = 8_192,
        Capabilities = Tools | StructuredOutput)]
    public static partial Model DeepSeekV4FlashDirect { get; }
}
