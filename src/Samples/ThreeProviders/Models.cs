namespace FailScope.Samples.ThreeProviders;

/// <summary>Three providers, each with its own API, in one chain.</summary>
[ModelCatalog]
public static partial class Models
{
    [Provider("https://api.anthropic.com")]
    public static partial Provider Anthropic { get; }

    [Credential(nameof(Anthropic), EnvironmentVariable = "ANTHROPIC_API_KEY")]
    public static partial Credential AnthropicKey { get; }

    [Model("claude-sonnet-4-5", nameof(AnthropicKey), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000, MaxOutputTokens = 64_000)]
    public static partial Model Claude { get; }

    [Provider("https://generativelanguage.googleapis.com/v1beta")]
    public static partial Provider Google { get; }

    [Credential(nameof(Google), EnvironmentVariable = "GEMINI_API_KEY")]
    public static partial Credential GoogleKey { get; }

    [Model("gemini-2.5-flash", nameof(GoogleKey), InputUsdPerMillion = 0.3, OutputUsdPerMillion = 2.5, ContextWindow = 1_048_576, MaxOutputTokens = 65_536)]
    public static partial Model Gemini { get; }

    [Provider("https://api.openai.com/v1")]
    public static partial Provider OpenAI { get; }

    [Credential(nameof(OpenAI), EnvironmentVariable = "OPENAI_API_KEY")]
    public static partial Credential OpenAIKey { get; }

    [Model("gpt-5-mini", nameof(OpenAIKey), InputUsdPerMillion = 0.25, OutputUsdPerMillion = 2, ContextWindow = 400_000, MaxOutputTokens = 128_000)]
    public static partial Model GptMini { get; }

    [FallbackChain(nameof(Claude), nameof(Gemini), nameof(GptMini), Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider)]
    public static partial FallbackChain Chat { get; }
}
