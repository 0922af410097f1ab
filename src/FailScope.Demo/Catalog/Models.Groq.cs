using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// Groq, https://console.groq.com/docs/models: open models, fast.
internal static partial class Models
{
    [Provider("https://api.groq.com/openai/v1")]
    public static partial Provider Groq { get; }

    [Credential(nameof(Groq), EnvironmentVariable = "GROQ_API_KEY")]
    public static partial Credential GroqKey { get; }

    [Model("openai/gpt-oss-120b", nameof(GroqKey),
        InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6, CacheReadUsdPerMillion = 0.075,
        ContextWindow = 131_072, MaxOutputTokens = 32_766,
        Capabilities = Tools | StructuredOutput | Reasoning)]
    public static partial Model GroqGptOss120B { get; }

    [Model("openai/gpt-oss-20b", nameof(GroqKey),
        InputUsdPerMillion = 0.075, OutputUsdPerMillion = 0.3, CacheReadUsdPerMillion = 0.0375,
        ContextWindow = 131_072, MaxOutputTokens = 32_768,
        Capabilities = Tools | StructuredOutput | Reasoning)]
    public static partial Model GroqGptOss20B { get; }

    [Model("llama-3.3-70b-versatile", nameof(GroqKey),
        InputUsdPerMillion = 0.59, OutputUsdPerMillion = 0.79,
        ContextWindow = 128_000, MaxOutputTokens = 32_768,
        Capabilities = Tools)]
    public static partial Model GroqLlama33 { get; }
}
