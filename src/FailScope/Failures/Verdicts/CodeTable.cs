using System.Collections.Frozen;

namespace FailScope;

/// <summary>Error codes in words, as providers state them in <c>code</c>, <c>type</c>, <c>status</c>, <c>reason</c> and headers.</summary>
internal static class CodeTable
{
    private static readonly FrozenDictionary<string, CodeRow> Rows = Build();

    internal static bool TryFind(string reducedCode, out CodeRow row) => Rows.TryGetValue(reducedCode, out row);

    private static FrozenDictionary<string, CodeRow> Build()
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

        // DashScope calls a rate a quota, and only its link tells.
        Add(new CodeRow(FailureKind.CreditExhausted, Beside: "error-code#token-limit", Otherwise: FailureKind.RateLimited), "insufficient_quota");

        Clear(FailureKind.FreeQuotaExhausted,
            "openrouter_free_tier_minute", "openrouter_free_tier_day", "openrouter_free_tier",
            "AllocationQuota.FreeTierOnly"); // DashScope: the model's free allowance, with spending switched off
        Clear(FailureKind.RequestTooExpensive,
            "weight_exceeds_budget", "openrouter_in_flight_budget");
        Clear(FailureKind.KeyBudgetExhausted,
            "openrouter_key_limit", "key_limit_exceeded",
            "budget_exceeded", "ExceededBudget", // LiteLLM proxy
            "quota_for_entity_exceeded", // Vercel AI Gateway
            "pre_consume_token_quota_failed"); // one-api, new-api: "token" is their word for a key
        Clear(FailureKind.CreditExhausted,
            "billing_hard_limit_reached", "billing_not_active", // OpenAI
            "exceeded_current_quota_error", // Moonshot
            "billing_error", "contract_spend_limit_reached", "linked_organization_spend_limit_reached", // Anthropic
            "payment_required", "openrouter_credits", "Arrearage", "AccountOverdueError",
            "insufficient_user_quota", "credit_limit", "customer_verification_required", "usage_not_included", "reject_no_credit",
            "enforced_spend_limit_reached", "linked_organization_billing_unavailable",
            "FailedOperation.ResourcePackExhausted", "FailedOperation.FreeResourcePackExhausted"); // Tencent
        Clear(FailureKind.ContextLengthExceeded,
            "context_length_exceeded", "exceed_context_size_error", "string_above_max_length", "request_too_large",
            "payload_too_large", "string_too_long", "model_max_prompt_tokens_exceeded", "tokens_limit_reached", "characters_too_long");
        Clear(FailureKind.ContentFiltered,
            "content_filter", "content_policy_violation", "invalid_prompt", "ResponsibleAIPolicyViolation",
            "data_inspection_failed", "refusal", "moderation_blocked", "cyber_policy_violation", "safety_error", "guardrail_violation");
        Clear(FailureKind.AuthenticationFailed,
            "authentication_error", "authentication", "invalid_authentication_error", "authorized_error", "unauthorized", "UNAUTHENTICATED",
            "CONSUMER_SUSPENDED", "CONSUMER_INVALID", "UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException",
            "MissingAuthenticationTokenException");
        Clear(FailureKind.ModelUnavailable,
            "DeploymentNotFound", "provider_unavailable", "no_endpoints", "privacy_restricted", "region_restricted",
            "constraint_filtered", "free_variant_ended", "wrong_endpoint", "InvalidEndpointOrModel.NotFound", "OperationNotSupported",
            "ModelNotReadyException", "ModelErrorException", "resource_not_found_error");
        Clear(FailureKind.ProviderUnreachable,
            "unsupported_country_region_territory");
        Clear(FailureKind.Timeout,
            "timeout_error", "timeout", "DEADLINE_EXCEEDED", "ModelTimeoutException", "request_timeout");
        Clear(FailureKind.RateLimited,
            "rate_limit_exceeded", "rate_limit_reached_error", "ramp_limit_exceeded", "capacity_exhausted", "RESOURCE_EXHAUSTED",
            "ThrottlingException", "ServiceQuotaExceededException", "upstream_provider_shared_pool", "RateLimitReached", "rate_limited",
            "limit_requests", "limit_burst_rate", "usage_limit_reached");
        Clear(FailureKind.Overloaded,
            "overloaded_error", "engine_overloaded_error", "server_is_overloaded", "provider_overloaded",
            "temporarily_unavailable", "engine_overloaded", "slow_down", "queue_exceeded", "MODEL_CAPACITY_EXHAUSTED");
        Clear(FailureKind.Unknown,
            "tool_use_failed", "json_validate_failed", "output_parse_failed"); // Groq: what one model wrote, another may write better
        Clear(FailureKind.InvalidRequest,
            "invalid_function_parameters", "unsupported_parameter", "unsupported_value", "unknown_parameter",
            "missing_required_parameter", "invalid_json_schema");

        Weak(FailureKind.AuthenticationFailed, "permission_error", "permission_denied", "access_denied", "AccessDeniedException", "forbidden");
        Weak(FailureKind.RateLimited, "rate_limit_error", "too_many_requests", "TooManyRequests", "rate_limit");
        Weak(FailureKind.ModelUnavailable, "not_found_error", "not_found", "NotFoundError", "ResourceNotFoundException");
        Weak(FailureKind.Overloaded,
            "api_error", "server_error", "internal_server_error", "internal_error", "INTERNAL", "UNAVAILABLE", "service_unavailable",
            "service_unavailable_error", "server", "unmapped", "InternalServerException", "ServiceUnavailableException");
        Weak(FailureKind.InvalidRequest,
            "invalid_request_error", "invalid_request", "bad_request", "BadRequestError", "INVALID_ARGUMENT", "FAILED_PRECONDITION",
            "OUT_OF_RANGE", "ValidationException", "validation_error", "Client specified an invalid argument");
        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
