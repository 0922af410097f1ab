namespace FailScope.Tool.Drafts;

/// <summary>A provider with a short name in price lists and in LiteLLM's configurations.</summary>
/// <param name="Key">The short name, in LiteLLM's spelling.</param>
/// <param name="Name">The name of the property.</param>
/// <param name="Endpoint">The address of its API; the OpenAI-compatible one, if there is one.</param>
/// <param name="EnvironmentVariable">The environment variable with its key; null if it needs no key.</param>
internal sealed record KnownProvider(string Key, string Name, string Endpoint, string? EnvironmentVariable)
{
    private static readonly KnownProvider[] All =
    [
        new("openai", "OpenAI", "https://api.openai.com/v1", "OPENAI_API_KEY"),
        new("anthropic", "Anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
        new("openrouter", "OpenRouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
        new("gemini", "Gemini", "https://generativelanguage.googleapis.com/v1beta/openai", "GEMINI_API_KEY"),
        new("groq", "Groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY"),
        new("mistral", "Mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY"),
        new("codestral", "Codestral", "https://codestral.mistral.ai/v1", "CODESTRAL_API_KEY"),
        new("deepseek", "DeepSeek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"),
        new("xai", "XAI", "https://api.x.ai/v1", "XAI_API_KEY"),
        new("together_ai", "Together", "https://api.together.xyz/v1", "TOGETHER_API_KEY"),
        new("fireworks_ai", "Fireworks", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY"),
        new("cerebras", "Cerebras", "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY"),
        new("cohere", "Cohere", "https://api.cohere.ai/compatibility/v1", "COHERE_API_KEY"),
        new("perplexity", "Perplexity", "https://api.perplexity.ai", "PERPLEXITY_API_KEY"),
        new("nvidia_nim", "Nvidia", "https://integrate.api.nvidia.com/v1", "NVIDIA_NIM_API_KEY"),
        new("sambanova", "SambaNova", "https://api.sambanova.ai/v1", "SAMBANOVA_API_KEY"),
        new("deepinfra", "DeepInfra", "https://api.deepinfra.com/v1/openai", "DEEPINFRA_API_KEY"),
        new("moonshot", "Moonshot", "https://api.moonshot.ai/v1", "MOONSHOT_API_KEY"),
        new("dashscope", "DashScope", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "DASHSCOPE_API_KEY"),
        new("zai", "ZAI", "https://api.z.ai/api/paas/v4", "ZAI_API_KEY"),
        new("novita", "Novita", "https://api.novita.ai/v3/openai", "NOVITA_API_KEY"),
        new("nebius", "Nebius", "https://api.tokenfactory.nebius.com/v1", "NEBIUS_API_KEY"),
        new("hyperbolic", "Hyperbolic", "https://api.hyperbolic.xyz/v1", "HYPERBOLIC_API_KEY"),
        new("lambda_ai", "Lambda", "https://api.lambda.ai/v1", "LAMBDA_API_KEY"),
        new("nscale", "Nscale", "https://inference.api.nscale.com/v1", "NSCALE_API_KEY"),
        new("featherless_ai", "Featherless", "https://api.featherless.ai/v1", "FEATHERLESS_AI_API_KEY"),
        new("friendliai", "Friendli", "https://api.friendli.ai/serverless/v1", "FRIENDLI_TOKEN"),
        new("chutes", "Chutes", "https://llm.chutes.ai/v1", "CHUTES_API_KEY"),
        new("wandb", "WandB", "https://api.inference.wandb.ai/v1", "WANDB_API_KEY"),
        new("morph", "Morph", "https://api.morphllm.com/v1", "MORPH_API_KEY"),
        new("vercel_ai_gateway", "Vercel", "https://ai-gateway.vercel.sh/v1", "VERCEL_AI_GATEWAY_API_KEY"),
        new("ollama", "Ollama", "http://localhost:11434/v1", null),
        new("ollama_chat", "Ollama", "http://localhost:11434/v1", null),
        new("lm_studio", "LMStudio", "http://localhost:1234/v1", null),
    ];

    /// <summary>The provider at an address; null if unknown.</summary>
    internal static KnownProvider? At(string endpoint) => Array.Find(All, provider => KnownEndpoints.AreSame(provider.Endpoint, endpoint));

    /// <summary>The provider with this name in LiteLLM or models.dev; null if unknown.</summary>
    internal static KnownProvider? Find(string key)
    {
        string name = KnownEndpoints.LiteLLMProvider(key);
        return Array.Find(All, provider => string.Equals(provider.Key, name, StringComparison.OrdinalIgnoreCase))
            ?? Array.Find(All, provider => string.Equals(KnownEndpoints.ProviderAt(provider.Endpoint, PriceListFormat.ModelsDev), name, StringComparison.OrdinalIgnoreCase));
    }
}
