using System;
using System.Collections.Generic;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// Maps addresses to the names of providers in the lists. For a provider that is not here, a list has no data, unless the list
/// contains its address or the project names the provider. Azure OpenAI is left out on purpose: its ids are deployment names that
/// customers choose.
/// </summary>
internal static class KnownEndpoints
{
    private static readonly Dictionary<string, (string LiteLLM, string ModelsDev)> ByHost = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ai-gateway.vercel.sh"] = ("vercel_ai_gateway", "vercel"),
        ["api-inference.modelscope.cn"] = ("modelscope", "modelscope"),
        ["api.ai21.com"] = ("ai21", "ai21"),
        ["api.anthropic.com"] = ("anthropic", "anthropic"),
        ["api.cerebras.ai"] = ("cerebras", "cerebras"),
        ["api.cohere.ai"] = ("cohere", "cohere"),
        ["api.cohere.com"] = ("cohere", "cohere"),
        ["api.deepinfra.com"] = ("deepinfra", "deepinfra"),
        ["api.deepseek.com"] = ("deepseek", "deepseek"),
        ["api.fireworks.ai"] = ("fireworks_ai", "fireworks-ai"),
        ["api.groq.com"] = ("groq", "groq"),
        ["api.hyperbolic.xyz"] = ("hyperbolic", "hyperbolic"),
        ["api.lambda.ai"] = ("lambda_ai", "lambda"),
        ["api.minimax.io"] = ("minimax", "minimax"),
        ["api.mistral.ai"] = ("mistral", "mistral"),
        ["api.moonshot.ai"] = ("moonshot", "moonshotai"),
        ["api.moonshot.cn"] = ("moonshot", "moonshotai-cn"),
        ["api.novita.ai"] = ("novita", "novita-ai"),
        ["api.openai.com"] = ("openai", "openai"),
        ["api.perplexity.ai"] = ("perplexity", "perplexity"),
        ["api.sambanova.ai"] = ("sambanova", "sambanova"),
        ["api.scaleway.ai"] = ("scaleway", "scaleway"),
        ["api.tokenfactory.nebius.com"] = ("nebius", "nebius"),
        ["api.studio.nebius.com"] = ("nebius", "nebius"),
        ["api.together.ai"] = ("together_ai", "togetherai"),
        ["api.together.xyz"] = ("together_ai", "togetherai"),
        ["api.voyageai.com"] = ("voyage", "voyage"),
        ["api.x.ai"] = ("xai", "xai"),
        ["api.z.ai"] = ("zai", "zai"),
        ["codestral.mistral.ai"] = ("codestral", "mistral"),
        ["dashscope-intl.aliyuncs.com"] = ("dashscope", "alibaba"),
        ["dashscope.aliyuncs.com"] = ("dashscope", "alibaba-cn"),
        ["generativelanguage.googleapis.com"] = ("gemini", "google"),
        ["integrate.api.nvidia.com"] = ("nvidia_nim", "nvidia"),
        ["openrouter.ai"] = (OpenRouterFormat.Provider, OpenRouterFormat.Provider),
    };

    /// <summary>The name of the provider at an address in a list of this format; null if it is not known.</summary>
    internal static string? ProviderAt(string endpoint, PriceListFormat format) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) && ByHost.TryGetValue(uri.Host, out (string LiteLLM, string ModelsDev) names)
            ? format switch
            {
                PriceListFormat.OpenRouter => names.LiteLLM == OpenRouterFormat.Provider ? OpenRouterFormat.Provider : null,
                PriceListFormat.LiteLLM => names.LiteLLM,
                PriceListFormat.ModelsDev => names.ModelsDev,
                _ => null,
            }
            : null;

    /// <summary>LiteLLM has two names for some providers, one for each of their protocols.</summary>
    internal static string LiteLLMProvider(string name) => name switch
    {
        "cohere_chat" => "cohere",
        "text-completion-openai" => "openai",
        "text-completion-codestral" => "codestral",
        "fireworks_ai-embedding-models" => "fireworks_ai",
        _ => name,
    };

    /// <summary>Whether two addresses have the same host and the same path, ignoring a slash at the end.</summary>
    internal static bool AreSame(string left, string right) =>
        Uri.TryCreate(left, UriKind.Absolute, out Uri? a) && Uri.TryCreate(right, UriKind.Absolute, out Uri? b)
        && string.Equals(a.Host, b.Host, StringComparison.OrdinalIgnoreCase)
        && a.Port == b.Port
        && a.AbsolutePath.TrimEnd('/') == b.AbsolutePath.TrimEnd('/');
}
