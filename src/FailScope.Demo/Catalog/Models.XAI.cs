using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// xAI, https://docs.x.ai/docs/models.
internal static partial class Models
{
    [Provider("https://api.x.ai/v1")]
    public static partial Provider XAI { get; }

    [Credential(nameof(XAI), EnvironmentVariable = "XAI_API_KEY")]
    public static partial Credential XAIKey { get; }

    [Model("grok-4.5", nameof(XAIKey),
        InputUsdPerMillion = 2, OutputUsdPerMillion = 6, CacheReadUsdPerMillion = 0.5,
        ContextWindow = 500_000, MaxOutputTokens = 500_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model Grok45 { get; }

    [Model("grok-4.3", nameof(XAIKey),
        InputUsdPerMillion = 1.25, OutputUsdPerMillion = 2.5, CacheReadUsdPerMillion = 0.2,
        ContextWindow = 1_000_000, MaxOutputTokens = 1_000_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model Grok43 { get; }
}
