namespace FailScope.AspNetCore.Tests;

/// <summary>Two providers, an account with two keys, and two chains.</summary>
[ModelCatalog]
public static partial class Models
{
    [Provider("https://openrouter.ai/api/v1")]
    public static partial Provider OpenRouter { get; }

    [BillingAccount(nameof(OpenRouter))]
    public static partial BillingAccount Acme { get; }

    [Credential(nameof(OpenRouter), Account = nameof(Acme))]
    public static partial Credential Web { get; }

    [Credential(nameof(OpenRouter), Account = nameof(Acme))]
    public static partial Credential Batch { get; }

    [Model("anthropic/claude-sonnet-4.5", nameof(Web), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
    public static partial Model Sonnet { get; }

    [Model("anthropic/claude-haiku-4.5", nameof(Batch), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
    public static partial Model Haiku { get; }

    [Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Web))]
    public static partial Model LlamaFree { get; }

    [Provider("https://api.groq.com/openai/v1")]
    public static partial Provider Groq { get; }

    [Credential(nameof(Groq))]
    public static partial Credential GroqKey { get; }

    [Model("openai/gpt-oss-120b", nameof(GroqKey), InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6)]
    public static partial Model GptOss { get; }

    [FallbackChain(nameof(Sonnet), nameof(Haiku), nameof(LlamaFree), nameof(GptOss), Survives = LossOf.Credit | LossOf.Provider)]
    public static partial FallbackChain Chat { get; }

    [FallbackChain(nameof(Haiku), nameof(LlamaFree))]
    public static partial FallbackChain Summaries { get; }
}
