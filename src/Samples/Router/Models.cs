namespace FailScope.Samples.Router;

[ModelCatalog]
public static partial class Models
{
    [Provider("https://openrouter.ai/api/v1")]
    public static partial Provider OpenRouter { get; }

    [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
    public static partial Credential Main { get; }

    [Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
    public static partial Model Sonnet { get; }

    [Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Main), ContextWindow = 131_072)]
    public static partial Model LlamaFree { get; }

    [Provider("https://api.groq.com/openai/v1")]
    public static partial Provider Groq { get; }

    [Credential(nameof(Groq), EnvironmentVariable = "GROQ_API_KEY")]
    public static partial Credential GroqKey { get; }

    [Model("openai/gpt-oss-120b", nameof(GroqKey), InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6, ContextWindow = 131_072)]
    public static partial Model GptOss { get; }

    [FallbackChain(nameof(Sonnet), nameof(LlamaFree), nameof(GptOss), Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider)]
    public static partial FallbackChain Chat { get; }
}
