using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// OpenRouter, https://openrouter.ai/models: a router with models of many vendors behind one key and one balance.
internal static partial class Models
{
    [Provider("https://openrouter.ai/api/v1")]
    public static partial Provider OpenRouter { get; }

    /// <summary>The app's own key, with its own account.</summary>
    [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
    public static partial Credential RouterKey { get; }

    [Model("anthropic/claude-sonnet-5", nameof(RouterKey),
        InputUsdPerMillion = 2, OutputUsdPerMillion = 10, CacheReadUsdPerMillion = 0.2, CacheWriteUsdPerMillion = 2.5, UsdPerSearch = 0.01,
        ContextWindow = 1_000_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning | FileInput)]
    public static partial Model ClaudeSonnet5 { get; }

    [Model("openai/gpt-5.6-terra", nameof(RouterKey),
        InputUsdPerMillion = 1, OutputUsdPerMillion = 6, CacheReadUsdPerMillion = 0.1, CacheWriteUsdPerMillion = 1.25, UsdPerSearch = 0.005,
        ContextWindow = 1_050_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning | FileInput)]
    public static partial Model Gpt56Terra { get; }

    [Model("google/gemini-3.6-flash", nameof(RouterKey),
        InputUsdPerMillion = 1.5, OutputUsdPerMillion = 7.5, CacheReadUsdPerMillion = 0.15, ReasoningUsdPerMillion = 7.5, AudioInputUsdPerMillion = 1.5, UsdPerSearch = 0.014,
        ContextWindow = 1_048_576, MaxOutputTokens = 65_536,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning | AudioInput | FileInput)]
    public static partial Model Gemini36Flash { get; }

    [Model("deepseek/deepseek-v4-flash", nameof(RouterKey),
        InputUsdPerMillion = 0.14, OutputUsdPerMillion = 0.28, CacheReadUsdPerMillion = 0.028,
        ContextWindow = 1_048_576, MaxOutputTokens = 393_216,
        Capabilities = Tools | StructuredOutput | Reasoning)]
    public static partial Model DeepSeekV4Flash { get; }

    [Model("qwen/qwen3.7-plus", nameof(RouterKey),
        InputUsdPerMillion = 0.32, OutputUsdPerMillion = 1.28, CacheReadUsdPerMillion = 0.064, CacheWriteUsdPerMillion = 0.4,
        ContextWindow = 1_000_000, MaxOutputTokens = 131_072,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model Qwen37Plus { get; }

    [Model("nvidia/nemotron-3-ultra-550b-a55b:free", nameof(RouterKey),
        ContextWindow = 1_000_000, MaxOutputTokens = 65_536,
        Capabilities = Tools | Reasoning)]
    public static partial Model NemotronUltraFree { get; }

    [Model("google/gemma-4-31b-it:free", nameof(RouterKey),
        ContextWindow = 262_144, MaxOutputTokens = 32_768,
        Capabilities = Tools | Vision | Reasoning)]
    public static partial Model Gemma31BFree { get; }

    [Model("openai/gpt-oss-20b:free", nameof(RouterKey),
        ContextWindow = 131_072, MaxOutputTokens = 32_768,
        Capabilities = Tools | StructuredOutput | Reasoning)]
    public static partial Model GptOss20BFree { get; }

    /// <summary>The team's account, declared because two keys share it.</summary>
    [BillingAccount(nameof(OpenRouter))]
    public static partial BillingAccount TeamWallet { get; }

    /// <summary>The key for people, with a monthly spending limit.</summary>
    [Credential(nameof(OpenRouter), Account = nameof(TeamWallet), EnvironmentVariable = "OPENROUTER_TEAM_API_KEY")]
    public static partial Credential TeamKey { get; }

    /// <summary>The key for nightly jobs, without a limit.</summary>
    [Credential(nameof(OpenRouter), Account = nameof(TeamWallet), EnvironmentVariable = "OPENROUTER_BATCH_API_KEY")]
    public static partial Credential BatchKey { get; }

    [Model("anthropic/claude-opus-5", nameof(TeamKey),
        InputUsdPerMillion = 5, OutputUsdPerMillion = 25, CacheReadUsdPerMillion = 0.5, CacheWriteUsdPerMillion = 6.25, UsdPerSearch = 0.01,
        ContextWindow = 1_000_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning | FileInput)]
    public static partial Model TeamClaudeOpus5 { get; }

    [Model("openai/gpt-5.4", nameof(TeamKey),
        InputUsdPerMillion = 2.5, OutputUsdPerMillion = 15, CacheReadUsdPerMillion = 0.25, UsdPerSearch = 0.01,
        ContextWindow = 1_050_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning | FileInput)]
    public static partial Model TeamGpt54 { get; }

    [Model("google/gemma-4-26b-a4b-it:free", nameof(TeamKey),
        ContextWindow = 262_144, MaxOutputTokens = 32_768,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model TeamGemmaFree { get; }

    [Model("openai/gpt-5.4-mini", nameof(BatchKey),
        InputUsdPerMillion = 0.75, OutputUsdPerMillion = 4.5, CacheReadUsdPerMillion = 0.075, UsdPerSearch = 0.01,
        ContextWindow = 400_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning | FileInput)]
    public static partial Model BatchGpt54Mini { get; }
}
