namespace FailScope.Tool.LiteLlm;

/// <summary>The models and fallbacks of a LiteLLM proxy configuration. Contains no key and no password.</summary>
internal sealed class LiteLlmConfig
{
    /// <summary>The entries of <c>model_list</c>, in order.</summary>
    internal List<Deployment> Deployments { get; } = [];

    /// <summary>Fallbacks after any failure: from a group to the groups that are tried next. The group <c>*</c> means all others.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Fallbacks { get; } = new(StringComparer.Ordinal);

    /// <summary>Fallbacks after a prompt that is too long.</summary>
    internal Dictionary<string, IReadOnlyList<string>> ContextWindowFallbacks { get; } = new(StringComparer.Ordinal);

    /// <summary>The line on which the fallbacks first name a group.</summary>
    internal Dictionary<string, int> FallbackLines { get; } = new(StringComparer.Ordinal);

    /// <summary>Aliases of groups.</summary>
    internal Dictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes about settings that a catalog does not have.</summary>
    internal ConfigNotes Notes { get; } = new();
}

/// <summary>One entry of <c>model_list</c>: a model at a provider, in a group.</summary>
internal sealed class Deployment
{
    internal required int Line { get; init; }

    /// <summary><c>model_name</c>: deployments with the same name can replace each other.</summary>
    internal required string Group { get; init; }

    /// <summary><c>litellm_params.model</c>.</summary>
    internal required string Model { get; init; }

    /// <summary><c>litellm_params.custom_llm_provider</c>; null if the model's prefix names the provider.</summary>
    internal string? Provider { get; init; }

    /// <summary>The environment variable with the key; null if none is named.</summary>
    internal string? KeyVariable { get; init; }

    /// <summary>Whether the file contains the key itself. It is not kept.</summary>
    internal bool HasLiteralKey { get; init; }

    /// <summary><c>api_base</c>: an address, or null.</summary>
    internal string? Endpoint { get; init; }

    /// <summary>The environment variable with the address; null if none is named.</summary>
    internal string? EndpointVariable { get; init; }

    /// <summary>The region that is part of the provider's address: an AWS region or a Google Cloud location.</summary>
    internal string? Region { get; init; }

    /// <summary>Lower numbers are tried first.</summary>
    internal long? Order { get; init; }

    /// <summary>The price of input tokens, US dollars per token.</summary>
    internal decimal? InputUsdPerToken { get; init; }

    /// <summary>The price of output tokens, US dollars per token.</summary>
    internal decimal? OutputUsdPerToken { get; init; }

    internal long MaxInputTokens { get; init; }

    internal long MaxOutputTokens { get; init; }
}
