using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// Mistral, https://docs.mistral.ai/getting-started/models.
internal static partial class Models
{
    [Provider("https://api.mistral.ai/v1")]
    public static partial Provider Mistral { get; }

    [Credential(nameof(Mistral), EnvironmentVariable = "MISTRAL_API_KEY")]
    public static partial Credential MistralKey { get; }

    [Model("mistral-large-2512", nameof(MistralKey),
        InputUsdPerMillion = 0.5, OutputUsdPerMillion = 1.5,
        ContextWindow = 262_144, MaxOutputTokens = 262_144,
        Capabilities = Tools | Vision | StructuredOutput)]
    public static partial Model MistralLarge3 { get; }

    [Model("mistral-medium-2604", nameof(MistralKey),
        InputUsdPerMillion = 1.5, OutputUsdPerMillion = 7.5,
        ContextWindow = 262_144, MaxOutputTokens = 262_144,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model MistralMedium35 { get; }

    [Model("codestral-2508", nameof(MistralKey),
        InputUsdPerMillion = 0.3, OutputUsdPerMillion = 0.9,
        ContextWindow = 256_000, MaxOutputTokens = 256_000,
        Capabilities = Tools | StructuredOutput)]
    public static partial Model Codestral { get; }
}
