namespace FailScope;

/// <summary>
/// Error codes that are words, from the fields <c>code</c>, <c>type</c>, <c>status</c> and <c>reason</c> and from headers. Only codes that
/// <see cref="CodeWords"/> would not recognize, or would misread, are listed.
/// </summary>
internal static class CodeTable
{
    internal static Dictionary<string, CodeRow> Rows { get; } = Build();

    internal static bool TryFind(string reducedCode, out CodeRow row) => Rows.TryGetValue(reducedCode, out row);

    private static Dictionary<string, CodeRow> Build()
    {
        var rows = new Dictionary<string, CodeRow>(StringComparer.Ordinal);

        void Clear(FailureKind kind, params string[] codes) => Add(new CodeRow(kind), codes);
        void Weak(FailureKind kind, params string[] codes) => Add(new CodeRow(kind, IsWeak: true), codes);
        void Add(CodeRow row, params string[] codes)
        {
            foreach (string code in codes)
            {
                rows[FieldNames.Reduce(code)] = row;
            }
        }

        // DashScope uses the same code for a quota and a rate. Only the link in its message distinguishes them.
        Add(new CodeRow(FailureKind.CreditExhausted, Beside: "error-code#token-limit", Otherwise: FailureKind.RateLimited), "insufficient_quota");

        // Together: the same code for both.
        Add(new CodeRow(FailureKind.CreditExhausted, Beside: "per minute", Otherwise: FailureKind.RateLimited), "credit_limit");

        Clear(FailureKind.FreeQuotaExhausted,
            "AllocationQuota.FreeTierOnly"); // DashScope: the free quota, with spending turned off
        Clear(FailureKind.RequestTooExpensive,
            "weight_exceeds_budget");
        Clear(FailureKind.KeyBudgetExhausted,
            "key_limit_exceeded", // OpenRouter
            "quota_for_entity_exceeded", // Vercel AI Gateway
            "pre_consume_token_quota_failed"); // one-api, new-api: here "token" means an API key
        Clear(FailureKind.CreditExhausted,
            "openrouter_credits", "CreditsError", "customer_verification_required", "usage_not_included", "reject_no_credit",
            "exceeded_current_quota_error", // Moonshot
            "FailedOperation.ResourcePackExhausted", "FailedOperation.FreeResourcePackExhausted"); // Tencent
        Clear(FailureKind.UsageLimitReached,
            "AccountQuotaExceeded", // Volcengine Ark: the usage window of a plan
            "MONTHLY_REQUEST_COUNT"); // Kiro
        Clear(FailureKind.RequestTooLarge,
            "request_too_large", "payload_too_large", "tokens_limit_reached");
        Clear(FailureKind.ContextLengthExceeded,
            "string_above_max_length", "string_too_long", "model_max_prompt_tokens_exceeded", "characters_too_long");
        Clear(FailureKind.ContentFiltered,
            "invalid_prompt", "refusal");
        Clear(FailureKind.AuthenticationFailed,
            "authorized_error", "CONSUMER_SUSPENDED", "CONSUMER_INVALID", "UnrecognizedClientException", "InvalidSignatureException",
            "SERVICE_DISABLED"); // Google: the API is disabled in the key's project
        Clear(FailureKind.ModelUnavailable,
            "DeploymentNotFound", "provider_unavailable", "privacy_restricted", "region_restricted", "constraint_filtered", "free_variant_ended",
            "wrong_endpoint", "OperationNotSupported", "ModelErrorException", "resource_not_found_error");
        Clear(FailureKind.ProviderUnreachable,
            "unsupported_country_region_territory");
        Clear(FailureKind.RateLimited,
            "ramp_limit_exceeded", "capacity_exhausted", "RESOURCE_EXHAUSTED", "ServiceQuotaExceededException", "upstream_provider_shared_pool",
            "limit_requests", "limit_burst_rate");
        Clear(FailureKind.Overloaded,
            "temporarily_unavailable", "slow_down", "queue_exceeded", "MODEL_CAPACITY_EXHAUSTED");
        Clear(FailureKind.Unknown,
            "tool_use_failed", "json_validate_failed", "output_parse_failed"); // Groq: the model wrote malformed output; another model may not
        Clear(FailureKind.InvalidRequest,
            "invalid_function_parameters", "unsupported_parameter", "unsupported_value", "unknown_parameter", "missing_required_parameter",
            "invalid_json_schema",
            "extra_forbidden"); // Pydantic: a field that the API does not know

        Weak(FailureKind.AuthenticationFailed, "permission_error");
        Weak(FailureKind.RateLimited, "rate_limit_error", "rate_limit");
        Add(new CodeRow(FailureKind.Overloaded, IsWeak: true) { NotOnClientError = true }, "api_error", "upstream_error");
        Weak(FailureKind.Overloaded, "INTERNAL", "server", "unmapped");
        Weak(FailureKind.InvalidRequest, "FAILED_PRECONDITION", "OUT_OF_RANGE");
        return rows;
    }
}
