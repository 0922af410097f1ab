namespace FailScope.Samples.SemanticKernel;

/// <summary>Models that can call tools: one that is paid for, a free one on the same key, and one of another provider.</summary>
[ModelCatalog]
public static partial class Models
{
    [Provider("https://openrouter.ai/api/v1")]
    public static partial Provider OpenRouter { get; }

    [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
    public static partial Credential Main { get; }

    [Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, Capabilities = ModelCapabilities.Tools)]
    public static partial Model Sonnet { get; }

    [Model("openai/gpt-oss-20b:free", nameof(Main), Capabilities = ModelCapabilities.Tools)]
    public static partial Model GptOssFree { get; }

    [Provider("https://api.openai.com/v1")]
    public static partial Provider OpenAI { get; }

    [Credential(nameof(OpenAI), EnvironmentVariable = "OPENAI_API_KEY")]
    public static partial Credential Direct { get; }

    [Model("gpt-5-mini", nameof(Direct), InputUsdPerMillion = 0.25, OutputUsdPerMillion = 2, Capabilities = ModelCapabilities.Tools)]
    public static partial Model GptMini { get; }

    [FallbackChain(nameof(Sonnet), nameof(GptOssFree), nameof(GptMini),
        Requires = ModelCapabilities.Tools, Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider)]
    public static partial FallbackChain Chat { get; }
}
