using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// Anthropic, https://docs.claude.com/en/api/openai-sdk: the OpenAI-compatible endpoint.
internal static partial class Models
{
    [Provider("https://api.anthropic.com/v1")]
    public static partial Provider Anthropic { get; }

    [Credential(nameof(Anthropic), EnvironmentVariable = "ANTHROPIC_API_KEY")]
    public static partial Credential AnthropicKey { get; }

    [Model("claude-opus-5", nameof(AnthropicKey),
        InputUsdPerMillion = 5, OutputUsdPerMillion = 25, CacheReadUsdPerMillion = 0.5,
        ContextWindow = 1_000_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model ClaudeOpus5 { get; }

    [Model("claude-sonnet-4-6", nameof(AnthropicKey),
        InputUsdPerMillion = 3, OutputUsdPerMillion = 15, CacheReadUsdPerMillion = 0.3,
        ContextWindow = 1_000_000, MaxOutputTokens = 64_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model ClaudeSonnet46 { get; }

    [Model("claude-haiku-4-5", nameof(AnthropicKey),
        InputUsdPerMillion = 1, OutputUsdPerMillion = 5, CacheReadUsdPerMillion = 0.1,
        ContextWindow = 200_000, MaxOutputTokens = 64_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model ClaudeHaiku45 { get; }
}
