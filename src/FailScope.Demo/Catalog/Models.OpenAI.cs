using static FailScope.ModelCapabilities;

namespace FailScope.Demo;

// OpenAI, https://platform.openai.com/docs/models: one organization, one billing account, one key for each project.
internal static partial class Models
{
    [Provider("https://api.openai.com/v1")]
    public static partial Provider OpenAI { get; }

    /// <summary>The organization pays for all of its projects.</summary>
    [BillingAccount(nameof(OpenAI))]
    public static partial BillingAccount Organization { get; }

    [Credential(nameof(OpenAI), Account = nameof(Organization), EnvironmentVariable = "OPENAI_API_KEY")]
    public static partial Credential ProductKey { get; }

    [Credential(nameof(OpenAI), Account = nameof(Organization), EnvironmentVariable = "OPENAI_RESEARCH_API_KEY")]
    public static partial Credential ResearchKey { get; }

    [Model("gpt-5.5", nameof(ProductKey),
        InputUsdPerMillion = 5, OutputUsdPerMillion = 30, CacheReadUsdPerMillion = 0.5,
        ContextWindow = 1_050_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model Gpt55 { get; }

    [Model("gpt-5.4-mini", nameof(ProductKey),
        InputUsdPerMillion = 0.75, OutputUsdPerMillion = 4.5, CacheReadUsdPerMillion = 0.075,
        ContextWindow = 1_050_000, MaxOutputTokens = 128_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model Gpt54Mini { get; }

    [Model("gpt-4.1-mini", nameof(ProductKey),
        InputUsdPerMillion = 0.4, OutputUsdPerMillion = 1.6, CacheReadUsdPerMillion = 0.1,
        ContextWindow = 1_047_576, MaxOutputTokens = 32_768,
        Capabilities = Tools | Vision | StructuredOutput)]
    public static partial Model Gpt41Mini { get; }

    [Model("o4-mini", nameof(ResearchKey),
        InputUsdPerMillion = 1.1, OutputUsdPerMillion = 4.4, CacheReadUsdPerMillion = 0.275,
        ContextWindow = 200_000, MaxOutputTokens = 100_000,
        Capabilities = Tools | Vision | StructuredOutput | Reasoning)]
    public static partial Model ResearchO4Mini { get; }
}
