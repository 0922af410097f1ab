namespace FailScope.Tool.LiteLlm;

/// <summary>Says what to use instead of the LiteLLM settings that a catalog does not have.</summary>
internal static class Counterparts
{
    private const string Request = "belongs to the request: set it where the request is made (ChatOptions).";
    private const string Client = "belongs to the client: set it where the client of the model is created.";
    private const string Balance = "spreads requests over deployments; a chain tries its models in a fixed order.";
    private const string AttemptTimeout = "is FallbackOptions.AttemptTimeout; for the start of a stream, FallbackChatOptions.FirstContentTimeout.";
    private const string Retry = "retries the same model; a chain tries the next one instead.";
    private const string Memory = "is about what is remembered between turns: CooldownOptions.";
    private const string Proxy = "is about the proxy server itself.";
    private const string Unknown = "has no counterpart in a catalog.";

    /// <summary>Settings of a deployment, by name or, with a star, by the start of the name.</summary>
    private static readonly (string Name, string Sentence)[] Parameters =
    [
        ("rpm", Balance), ("tpm", Balance), ("weight", Balance), ("max_parallel_requests", Balance),
        ("timeout", AttemptTimeout), ("stream_timeout", AttemptTimeout),
        ("num_retries", Retry), ("max_retries", Retry),
        ("temperature", Request), ("top_p", Request), ("top_k", Request), ("max_tokens", Request), ("max_completion_tokens", Request),
        ("stop", Request), ("seed", Request), ("frequency_penalty", Request), ("presence_penalty", Request), ("response_format", Request),
        ("tools", Request), ("tool_choice", Request), ("reasoning_effort", Request), ("thinking", Request), ("extra_body", Request),
        ("drop_params", Request), ("dimensions", Request), ("input_type", Request), ("stream", Request), ("modalities", Request),
        ("extra_headers", Client), ("default_headers", Client), ("headers", Client), ("api_version", Client), ("organization", Client),
        ("aws_*", Client), ("vertex_*", Client), ("azure_*", Client), ("tenant_id", Client), ("client_id", Client), ("client_secret", Client),
        ("ssl_verify", Client), ("litellm_credential_name", Client),
    ];

    /// <summary>Settings of the router and of the library.</summary>
    private static readonly (string Name, string Sentence)[] Settings =
    [
        ("num_retries", Retry), ("retry_after", Retry), ("retry_policy", Retry), ("model_group_retry_policy", Retry),
        ("timeout", AttemptTimeout), ("request_timeout", AttemptTimeout), ("stream_timeout", AttemptTimeout),
        ("routing_strategy*", Balance), ("max_fallbacks", "is FallbackOptions.MaxAttempts."),
        ("content_policy_fallbacks", "is FallbackOptions.FallbackOn with FailureKind.ContentFiltered: the whole chain is then tried."),
        ("enable_pre_call_checks", "is done by a turn that states what it needs; a prompt that is too long skips every model without a larger window."),
        ("cooldown_time", Memory), ("allowed_fails*", Memory), ("disable_cooldowns", Memory),
        ("drop_params", Request),
    ];

    internal static string OfParameter(string name) => Find(Parameters, name) ?? Unknown;

    internal static string OfSetting(string name) => Find(Settings, name) ?? Unknown;

    /// <summary>What to use instead of a whole section of the file.</summary>
    internal static string OfSection(string name) => name is "general_settings" or "environment_variables" ? Proxy : Unknown;

    private static string? Find((string Name, string Sentence)[] table, string name)
    {
        foreach ((string known, string sentence) in table)
        {
            bool isIt = known.EndsWith('*') ? name.StartsWith(known[..^1], StringComparison.Ordinal) : name == known;
            if (isIt)
            {
                return sentence;
            }
        }

        return null;
    }
}
