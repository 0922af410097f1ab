using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// Moonshot, https://platform.moonshot.ai/docs/pricing/chat.
internal static partial class Models
{
    [Provider("https://api.moonshot.ai/v1")]
    public static partial Provider Moonshot { get; }

    [Credential(nameof(Moonshot), EnvironmentVariable = "MOONSHOT_API_KEY")]
    public static partial Credential MoonshotKey { get; }

    [Model("kimi-k2.6", nameof(MoonshotKey),
        InputUsdPerMillion = 0.95, OutputUsdPerMillion = 4, CacheReadUsdPerMillion = 0.16,
        ContextWindow = 262_144, MaxOutputTokens = 262_144,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model KimiK26 { get; }

    [Model("kimi-k2.5", nameof(MoonshotKey),
        InputUsdPerMillion = 0.6, OutputUsdPerMillion = 3, CacheReadUsdPerMillion = 0.1,
        ContextWindow = 262_144, MaxOutputTokens = 262_144,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model KimiK25 { get; }
}
