using static FailScope.ModelCapabilities;

namespace FailScope.Testing.Tests;

/// <summary>The catalog of an app: a key with priced models and a free one, another OpenAI-compatible provider, and three with their own APIs.</summary>
[ModelCatalog]
internal static partial class Models
{
    [Provider("https://openrouter.ai/api/v1")]
    public static partial Provider OpenRouter { get; }

    [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
    public static partial Credential Main { get; }

    [Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, Capabilities = Tools)]
    public static partial Model Sonnet { get; }

    [Model("openai/gpt-5", nameof(Main), InputUsdPerMillion = 1.25, OutputUsdPerMillion = 10, Capabilities = Tools)]
    public static partial Model Gpt { get; }

    [Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Main), Capabilities = None)]
    public static partial Model LlamaFree { get; }

    [FallbackChain(nameof(Sonnet), nameof(Gpt), nameof(LlamaFree), Survives = LossOf.Credit)]
    public static partial FallbackChain Chat { get; }

    [Provider("https://api.openai.com/v1")]
    public static partial Provider OpenAI { get; }

    [Credential(nameof(OpenAI), EnvironmentVariable = "OPENAI_API_KEY")]
    public static partial Credential Direct { get; }

    [Model("gpt-5-mini", nameof(Direct), InputUsdPerMillion = 0.25, OutputUsdPerMillion = 2, Capabilities = Tools)]
    public static partial Model GptMini { get; }

    [Model("text-embedding-3-small", nameof(Direct), InputUsdPerMillion = 0.02, OutputUsdPerMillion = 0, EmbeddingSpace = "text-embedding-3-small/1536")]
    public static partial Model Embedder { get; }

    [FallbackChain(nameof(Sonnet), nameof(GptMini), Survives = LossOf.Provider | LossOf.Credit | LossOf.Credential)]
    public static partial FallbackChain Sturdy { get; }

    [Provider("https://api.anthropic.com")]
    public static partial Provider Anthropic { get; }

    [Credential(nameof(Anthropic), EnvironmentVariable = "ANTHROPIC_API_KEY")]
    public static partial Credential AnthropicKey { get; }

    [Model("claude-sonnet-4-5", nameof(AnthropicKey), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, Capabilities = Tools)]
    public static partial Model Claude { get; }

    [Provider("https://generativelanguage.googleapis.com/v1beta")]
    public static partial Provider Google { get; }

    [Credential(nameof(Google), EnvironmentVariable = "GEMINI_API_KEY")]
    public static partial Credential GoogleKey { get; }

    [Model("gemini-2.5-flash", nameof(GoogleKey), InputUsdPerMillion = 0.3, OutputUsdPerMillion = 2.5, Capabilities = Tools)]
    public static partial Model Gemini { get; }

    [Provider("http://localhost:11434")]
    public static partial Provider Ollama { get; }

    [Credential(nameof(Ollama))]
    public static partial Credential Local { get; }

    [Model("llama3.1", nameof(Local), Free = true, Capabilities = Tools)]
    public static partial Model Llama { get; }
}
