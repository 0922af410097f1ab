namespace FailScope.Tool.LiteLlm;

/// <summary>What a LiteLLM proxy configuration says about models and fallbacks. Holds no key and no password.</summary>
internal sealed class LiteLlmConfig
{
    /// <summary>The entries of <c>model_list</c>, in their order.</summary>
    internal List<Deployment> Deployments { get; } = [];

    /// <summary>After any failure: from a group to the groups that are tried next. The group <c>*</c> stands for all others.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Fallbacks { get; } = new(StringComparer.Ordinal);

    /// <summary>After a prompt that is too long.</summary>
    internal Dictionary<string, IReadOnlyList<string>> ContextWindowFallbacks { get; } = new(StringComparer.Ordinal);

    /// <summary>The line at which the fallbacks first name a group.</summary>
    internal Dictionary<string, int> FallbackLines { get; } = new(StringComparer.Ordinal);

    /// <summary>Other names of groups.</summary>
    internal Dictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>What has no counterpart in a catalog.</summary>
    internal ConfigNotes Notes { get; } = new();
}

/// <summary>One entry of <c>model_list</c>: a model at a provider, under the name of a group.</summary>
internal sealed class Deployment
{
    internal required int Line { get; init; }

    /// <summary><c>model_name</c>: deployments of one name stand in for each other.</summary>
    internal required string Group { get; init; }

    /// <summary><c>litellm_params.model</c>.</summary>
    internal required string Model { get; init; }

    /// <summary><c>litellm_params.custom_llm_provider</c>; null where the model's prefix says it.</summary>
    internal string? Provider { get; init; }

    /// <summary>The variable that holds the key; null where none is named.</summary>
    internal string? KeyVariable { get; init; }

    /// <summary>Whether the key itself stands in the file. It is not kept.</summary>
    internal bool HasLiteralKey { get; init; }

    /// <summary><c>api_base</c>: an address, or null.</summary>
    internal string? Endpoint { get; init; }

    /// <summary>The variable that holds the address; null where none is named.</summary>
    internal string? EndpointVariable { get; init; }

    /// <summary>A place that the address of the provider has in it: an AWS region, a Google Cloud location.</summary>
    internal string? Region { get; init; }

    /// <summary>Lower numbers are tried first.</summary>
    internal long? Order { get; init; }

    /// <summary>US dollars per token.</summary>
    internal decimal? InputUsdPerToken { get; init; }

    /// <summary>US dollars per token.</summary>
    internal decimal? OutputUsdPerToken { get; init; }

    internal long MaxInputTokens { get; init; }

    internal long MaxOutputTokens { get; init; }
}
