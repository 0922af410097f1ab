namespace FailScope.Samples.Catalog;

/// <summary>A key with a priced and a free model, and another provider: the chain survives the loss of any account, key or provider.</summary>
[ModelCatalog]
public static partial class Models
{
    [Provider("https://openrouter.ai/api/v1")]
    public static partial Provider OpenRouter { get; }

    [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
    public static partial Credential Main { get; }

    [Model("anthropic/claude-sonnet-4.5", nameof(Main),
        InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000, Capabilities = ModelCapabilities.Tools)]
    public static partial Model Sonnet { get; }

    [Model("openai/gpt-oss-20b:free", nameof(Main), ContextWindow = 131_072, Capabilities = ModelCapabilities.Tools)]
    public static partial Model GptOssFree { get; }

    [Provider("https://api.groq.com/openai/v1")]
    public static partial Provider Groq { get; }

    [Credential(nameof(Groq), EnvironmentVariable = "GROQ_API_KEY")]
    public static partial Credential GroqKey { get; }

    [Model("openai/gpt-oss-120b", nameof(GroqKey),
        InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6, ContextWindow = 131_072, Capabilities = ModelCapabilities.Tools)]
    public static partial Model GptOss { get; }

    [FallbackChain(nameof(Sonnet), nameof(GptOssFree), nameof(GptOss),
        Requires = ModelCapabilities.Tools, Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider)]
    public static partial FallbackChain Chat { get; }
}
