namespace FailScope.Tests.Failures;

/// <summary>The meaning of single provider codes.</summary>
public sealed class CodeTests
{
    private static readonly ErrorEvidence Nothing = new();

    private static string Meaning(string code, CodePlace place = CodePlace.Elsewhere, string field = "code", ErrorEvidence? beside = null) =>
        CodeRules.TryRead(new StatedCode(field, code, place, IsUpstream: false), beside ?? Nothing, out CodeVerdict verdict)
            ? $"{(verdict.IsWeak ? "perhaps " : "")}{verdict.Verdict.Kind}"
            : "nothing";

    [Theory]
    [InlineData("openrouter_free_tier openrouter_free_tier_minute openrouter_free_tier_day AllocationQuota.FreeTierOnly", "FreeQuotaExhausted")]
    [InlineData("weight_exceeds_budget openrouter_in_flight_budget in_flight_budget_exhausted", "RequestTooExpensive")]
    [InlineData("openrouter_key_limit key_limit_exceeded monthly_budget_exhausted budget_blocked", "KeyBudgetExhausted")]
    [InlineData("workspace_budget_exceeded organization_budget_reached", "CreditExhausted")]
    [InlineData("budget_exceeded ExceededBudget quota_for_entity_exceeded pre_consume_token_quota_failed", "KeyBudgetExhausted")]
    [InlineData("insufficient_quota billing_hard_limit_reached billing_not_active insufficient_user_quota INSUFFICIENT_FUNDS", "CreditExhausted")]
    [InlineData("exceeded_current_quota_error billing_error contract_spend_limit_reached linked_organization_spend_limit_reached", "CreditExhausted")]
    [InlineData("payment_required openrouter_credits insufficient_credits Arrearage AccountOverdueError InsufficientBalance", "CreditExhausted")]
    [InlineData("credit_limit customer_verification_required usage_not_included reject_no_credit enforced_spend_limit_reached", "CreditExhausted")]
    [InlineData("linked_organization_billing_unavailable SpendingLimitReached out_of_credits credit_exhausted credits_exhausted", "CreditExhausted")]
    [InlineData("FailedOperation.ResourcePackExhausted FailedOperation.FreeResourcePackExhausted", "CreditExhausted")]
    [InlineData("not_enough_balance not_enough_quota not_enough_credits not_enough_funds", "CreditExhausted")]
    [InlineData("balance_exhausted balance_depleted balance_too_low negative_balance", "CreditExhausted")]
    [InlineData("usage_limit_reached AccountQuotaExceeded MONTHLY_REQUEST_COUNT SubscriptionUsageLimitError", "UsageLimitReached")]
    [InlineData("request_too_large payload_too_large tokens_limit_reached", "RequestTooLarge")]
    [InlineData("free_quota_exceeded free_quota_exhausted FreeUsageLimitError", "FreeQuotaExhausted")]
    [InlineData("context_length_exceeded exceed_context_size_error context_window_exceeded context_overflow", "ContextLengthExceeded")]
    [InlineData("string_above_max_length string_too_long characters_too_long", "ContextLengthExceeded")]
    [InlineData("model_max_prompt_tokens_exceeded prompt_too_long input_too_long message_too_long too_long_tokens", "ContextLengthExceeded")]
    [InlineData("content_filter content_policy_violation invalid_prompt ResponsibleAIPolicyViolation data_inspection_failed refusal", "ContentFiltered")]
    [InlineData("moderation_blocked cyber_policy_violation safety_error guardrail_violation content_moderation sensitive_content", "ContentFiltered")]
    [InlineData("content_safety content_blocked RiskControl risk_detection sensitive_words_detected prompt_blocked cyber_policy", "ContentFiltered")]
    [InlineData("authorized_error SERVICE_DISABLED", "AuthenticationFailed")]
    [InlineData("CONSUMER_SUSPENDED CONSUMER_INVALID UnrecognizedClientException InvalidSignatureException ExpiredTokenException", "AuthenticationFailed")]
    [InlineData("invalid_api_key token_invalid invalid_token invalid_access_token token_expired", "AuthenticationFailed")]
    [InlineData("token_revoked invalid_credentials token_not_found_in_db", "AuthenticationFailed")]
    [InlineData("account_deactivated account_disabled account_suspended account_banned account_restricted account_locked", "AuthenticationFailed")]
    [InlineData("organization_deactivated organization_disabled organization_suspended organization_banned", "AuthenticationFailed")]
    [InlineData("organization_restricted organization_on_hold", "AuthenticationFailed")]
    [InlineData("model_not_found ModelNotExist model_does_not_exist unknown_model unsupported_model model_not_supported", "ModelUnavailable")]
    [InlineData("model_deprecated model_decommissioned model_unavailable model_not_available model_not_allowed ModelNotOpen", "ModelUnavailable")]
    [InlineData("model_disabled model_retired model_removed model_offline invalid_model model_access_denied ModelNotReadyException", "ModelUnavailable")]
    [InlineData("DeploymentNotFound provider_unavailable no_endpoints privacy_restricted region_restricted constraint_filtered", "ModelUnavailable")]
    [InlineData("free_variant_ended wrong_endpoint InvalidEndpointOrModel.NotFound OperationNotSupported ModelErrorException", "ModelUnavailable")]
    [InlineData("resource_not_found_error endpoint_not_found endpoint_closed endpoint_not_exist no_provider no_channel no_available_channel", "ModelUnavailable")]
    [InlineData("unsupported_country_region_territory", "ProviderUnreachable")]
    [InlineData("timeout_error timeout DEADLINE_EXCEEDED ModelTimeoutException request_timeout timed_out", "Timeout")]
    [InlineData("rate_limit_exceeded rate_limit_reached_error ramp_limit_exceeded capacity_exhausted RESOURCE_EXHAUSTED rate_limited", "RateLimited")]
    [InlineData("ThrottlingException ServiceQuotaExceededException upstream_provider_shared_pool RateLimitReached limit_requests", "RateLimited")]
    [InlineData("limit_burst_rate request_limit_reached concurrency_exceeded", "RateLimited")]
    [InlineData("overloaded_error engine_overloaded_error server_is_overloaded provider_overloaded temporarily_unavailable", "Overloaded")]
    [InlineData("engine_overloaded slow_down queue_exceeded MODEL_CAPACITY_EXHAUSTED ServerBusy", "Overloaded")]
    [InlineData("tool_use_failed json_validate_failed output_parse_failed", "Unknown")]
    [InlineData("invalid_function_parameters unsupported_parameter unsupported_value unknown_parameter", "InvalidRequest")]
    [InlineData("missing_required_parameter invalid_json_schema", "InvalidRequest")]
    public void A_known_code_has_the_right_kind(string codes, string meaning) => Assert.All(codes.Split(' '), code => Assert.Equal(meaning, Meaning(code)));

    [Theory]
    [InlineData("token_quota_reached token_quota_exhausted token_quota_exceeded", "perhaps CreditExhausted")]
    [InlineData("authentication_error authentication invalid_authentication_error unauthorized UNAUTHENTICATED", "perhaps AuthenticationFailed")]
    [InlineData("MissingAuthenticationTokenException auth_failure failed_to_auth auth_error invalid_auth ip_not_authorized", "perhaps AuthenticationFailed")]
    [InlineData("permission_error permission_denied access_denied AccessDeniedException forbidden", "perhaps AuthenticationFailed")]
    [InlineData("rate_limit_error too_many_requests TooManyRequests rate_limit quota_exceeded limit_exceeded pool_exhausted too_many_tokens", "perhaps RateLimited")]
    [InlineData("not_found_error not_found NotFoundError ResourceNotFoundException file_does_not_exist", "perhaps ModelUnavailable")]
    [InlineData("api_error server_error internal_server_error internal_error INTERNAL UNAVAILABLE service_unavailable bad_gateway", "perhaps Overloaded")]
    [InlineData("service_unavailable_error server unmapped InternalServerException ServiceUnavailableException", "perhaps Overloaded")]
    [InlineData("invalid_request_error invalid_request bad_request BadRequestError INVALID_ARGUMENT FAILED_PRECONDITION", "perhaps InvalidRequest")]
    [InlineData("OUT_OF_RANGE ValidationException validation_error malformed_body unsupported_media missing_field", "perhaps InvalidRequest")]
    [InlineData("image_too_small image_download_failed image_parse_error image_empty image_not_found invalid_image unsupported_image", "perhaps InvalidRequest")]
    public void A_code_that_only_restates_a_status_is_weak(string codes, string meaning) => Assert.All(codes.Split(' '), code => Assert.Equal(meaning, Meaning(code)));

    [Theory]
    [InlineData("openrouter_other freeway keynote insufficient_permissions balance balance_checked not_enough_time goal_reached token_quota_info")]
    [InlineData("length took_too_long prompt_x model_renamed endpoint_ok closed_x account_ok restricted organization_ok onhold image_ok too_small")]
    [InlineData("empty download stop length_x 7 credit quota funds")]
    public void A_single_word_of_a_code_means_nothing(string codes) => Assert.All(codes.Split(' '), code => Assert.Equal("nothing", Meaning(code)));

    [Theory]
    [InlineData("exhausted", "perhaps RateLimited")]
    [InlineData("thing_not_found", "perhaps ModelUnavailable")]
    [InlineData("context_missing", "perhaps InvalidRequest")]
    [InlineData("image_service_unavailable", "perhaps Overloaded")]
    public void A_word_can_have_another_meaning_together_with_others(string code, string meaning) => Assert.Equal(meaning, Meaning(code));

    [Fact]
    public void A_long_code_is_treated_as_a_sentence()
    {
        Assert.Equal("AuthenticationFailed", Meaning("invalid_token".PadRight(68 + "invalid_token".Length, 'x')));
        Assert.Equal("nothing", Meaning("invalid_token".PadRight(69 + "invalid_token".Length, 'x')));
    }

    [Fact]
    public void DashScopes_code_for_a_quota_is_a_rate_limit_if_its_link_says_so()
    {
        var beside = new ErrorEvidence();
        beside.AddText("You exceeded your current quota, see https://help.aliyun.com/error-code#Token-Limit", isUpstream: false);
        Assert.Equal("RateLimited", Meaning("insufficient_quota", beside: beside));
    }

    [Fact]
    public void No_row_of_the_table_repeats_what_the_words_of_a_code_mean()
    {
        foreach ((string code, CodeRow row) in CodeTable.Rows)
        {
            Assert.False(CodeWords.TryFind(code, out CodeRow same) && same == row, $"The words of {code} already classify it as {row.Kind}, so its table row is redundant.");
        }
    }

    [Theory]
    [InlineData("error", "perhaps Overloaded")]
    [InlineData("content_filter sensitive refusal guardrail_intervened content_filtered SAFETY IMAGE_SAFETY PROHIBITED_CONTENT BLOCKLIST", "ContentFiltered")]
    [InlineData("RECITATION SPII ERROR_TOXIC", "ContentFiltered")]
    [InlineData("network_error", "Overloaded")]
    [InlineData("model_context_window_exceeded ERROR_LIMIT", "ContextLengthExceeded")]
    [InlineData("timeout", "Timeout")]
    [InlineData("stop length tool_calls end_turn insufficient_quota", "nothing")]
    public void A_finish_reason_has_the_right_kind(string reasons, string meaning) =>
        Assert.All(reasons.Split(' '), reason => Assert.Equal(meaning, Meaning(reason, field: "finishreason")));

    [Fact]
    public void A_block_reason_is_used_only_if_something_was_blocked()
    {
        Assert.Equal("ContentFiltered", Meaning("OTHER", field: "blockreason"));
        Assert.Equal("nothing", Meaning("BLOCK_REASON_UNSPECIFIED", field: "blockreason"));
    }

    [Theory]
    [InlineData("type", "type")]
    [InlineData("errortype", "type")]
    [InlineData("status", "status")]
    [InlineData("reason", "reason")]
    [InlineData("limitsource", "limit source")]
    [InlineData("code", "code")]
    [InlineData("errorcode", "code")]
    public void The_evidence_contains_the_kind_of_field(string field, string name)
    {
        Assert.True(CodeRules.TryRead(new StatedCode(field, "insufficient_quota", CodePlace.Elsewhere, IsUpstream: false), Nothing, out CodeVerdict verdict));
        Assert.Equal(($"{name} insufficient_quota", "insufficient_quota"), (verdict.Verdict.Evidence, verdict.Verdict.Code));
    }

    [Theory]
    [InlineData("finishreason")]
    [InlineData("stopreason")]
    [InlineData("nativefinishreason")]
    [InlineData("blockreason")]
    public void The_evidence_contains_the_finish_reason(string field)
    {
        Assert.True(CodeRules.TryRead(new StatedCode(field, "refusal", CodePlace.Elsewhere, IsUpstream: false), Nothing, out CodeVerdict verdict));
        Assert.Equal("finish reason refusal", verdict.Verdict.Evidence);
    }

    [Theory]
    [InlineData("BaseResp", "2013", "perhaps InvalidRequest")]
    [InlineData("Error", "1200", "perhaps InvalidRequest")]
    [InlineData("Error", "1210", "perhaps InvalidRequest")]
    [InlineData("Error", "1214", "perhaps InvalidRequest")]
    [InlineData("Error", "1213", "InvalidRequest")]
    [InlineData("Root", "20015", "perhaps InvalidRequest")]
    [InlineData("Root", "30001", "CreditExhausted")]
    [InlineData("Error", "30001", "nothing")]
    [InlineData("Root", "-30001", "nothing")]
    public void A_number_means_what_its_position_says(string place, string number, string meaning) =>
        Assert.Equal(meaning, Meaning(number, Enum.Parse<CodePlace>(place)));
}
