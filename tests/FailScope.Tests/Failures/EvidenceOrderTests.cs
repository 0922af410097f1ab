namespace FailScope.Tests.Failures;

public sealed class EvidenceOrderTests
{
    private static Failure Classify(int? status, string? body, params (string Name, string Value)[] headers) => FailureClassifier.Classify(new ProviderError
    {
        StatusCode = status,
        Body = body,
        Headers = headers.Select(header => new KeyValuePair<string, string>(header.Name, header.Value)),
    });

    private static FailureKind KindOf(int? status, string? body, params (string Name, string Value)[] headers) => Classify(status, body, headers).Kind;

    [Fact]
    public void A_code_takes_precedence_over_a_sentence_and_a_sentence_over_the_status()
    {
        Assert.Equal(FailureKind.ContextLengthExceeded, KindOf(401, """{"error":{"code":"context_length_exceeded","message":"Invalid API key"}}"""));
        Assert.Equal(FailureKind.AuthenticationFailed, KindOf(404, """{"error":{"message":"Invalid API key"}}"""));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(404, """{"error":{"message":"Nothing here"}}"""));
    }

    [Fact]
    public void A_sentence_about_billing_takes_precedence_over_the_code_of_a_rate_limit()
    {
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, """{"error":{"code":"rate_limit_exceeded","message":"Your credit balance is too low."}}"""));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, """{"error":{"type":"rate_limit_error","code":"insufficient_quota"}}"""));
    }

    [Fact]
    public void Advice_to_pay_for_a_higher_rate_is_not_exhausted_credit()
    {
        const string Body = """{"error":{"code":"rate_limit_exceeded","message":"Limit 3 per minute. Add a payment method to raise it."}}""";
        Assert.Equal(FailureKind.RateLimited, KindOf(429, Body));
    }

    [Fact]
    public void A_sentence_takes_precedence_over_a_type_that_only_restates_the_status()
    {
        const string Body = """{"error":{"type":"invalid_request_error","message":"The model `x` does not exist"}}""";
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(400, Body));
    }

    [Theory]
    [InlineData(402, FailureKind.CreditExhausted)]
    [InlineData(429, FailureKind.RateLimited)]
    [InlineData(400, FailureKind.InvalidRequest)]
    [InlineData(404, FailureKind.InvalidRequest)]
    public void A_more_specific_status_takes_precedence_over_a_generic_type(int status, FailureKind kind) =>
        Assert.Equal(kind, KindOf(status, """{"error":{"type":"invalid_request_error","message":"No such file."}}"""));

    [Theory]
    [InlineData(null, "invalid_request_error", FailureKind.InvalidRequest)]
    [InlineData(200, "invalid_request_error", FailureKind.InvalidRequest)]
    [InlineData(399, "invalid_request_error", FailureKind.InvalidRequest)]
    [InlineData(405, "invalid_request_error", FailureKind.InvalidRequest)]
    [InlineData(401, "invalid_request_error", FailureKind.AuthenticationFailed)]
    [InlineData(403, "invalid_request_error", FailureKind.AuthenticationFailed)]
    [InlineData(413, "invalid_request_error", FailureKind.RequestTooLarge)]
    [InlineData(null, "rate_limit_error", FailureKind.RateLimited)]
    [InlineData(400, "rate_limit_error", FailureKind.RateLimited)]
    [InlineData(402, "rate_limit_error", FailureKind.CreditExhausted)]
    [InlineData(500, "rate_limit_error", FailureKind.Overloaded)]
    [InlineData(504, "rate_limit_error", FailureKind.Timeout)]
    [InlineData(null, "api_error", FailureKind.Overloaded)]
    [InlineData(400, "api_error", FailureKind.InvalidRequest)]
    [InlineData(422, "api_error", FailureKind.InvalidRequest)]
    [InlineData(400, "internal_error", FailureKind.Overloaded)]
    [InlineData(401, "api_error", FailureKind.AuthenticationFailed)]
    [InlineData(403, "api_error", FailureKind.AuthenticationFailed)]
    [InlineData(404, "api_error", FailureKind.ModelUnavailable)]
    [InlineData(429, "api_error", FailureKind.RateLimited)]
    [InlineData(404, "permission_error", FailureKind.AuthenticationFailed)]
    public void A_generic_code_is_used_if_the_status_is_not_more_specific(int? status, string type, FailureKind kind) =>
        Assert.Equal(kind, KindOf(status, $$$"""{"error":{"type":"{{{type}}}"}}"""));

    [Fact]
    public void Of_two_codes_with_the_same_meaning_the_first_is_the_evidence() =>
        Assert.Equal("type billing_error", Classify(429, """{"error":{"type":"billing_error","code":"insufficient_quota"}}""").Evidence);

    [Theory]
    [InlineData(300, null, "status 300")]
    [InlineData(300, "<html></html>", "status 300")]
    [InlineData(299, "<html></html>", "status 299 with a page for people")]
    [InlineData(403, "<html></html>", "status 403 with a page for people")]
    public void A_redirect_or_an_HTML_page_is_an_unreachable_provider(int status, string? body, string evidence)
    {
        Failure failure = Classify(status, body);
        Assert.Equal((FailureKind.ProviderUnreachable, evidence), (failure.Kind, failure.Evidence));
    }

    [Fact]
    public void A_400_with_an_empty_body_is_a_context_length_failure()
    {
        Failure failure = Classify(400, "");
        Assert.Equal((FailureKind.ContextLengthExceeded, "status 400 without a body"), (failure.Kind, failure.Evidence));
        Assert.Equal(FailureKind.InvalidRequest, KindOf(400, null));
    }

    [Fact]
    public void Sentences_of_a_server_error_are_not_evidence_but_codes_are()
    {
        Assert.Equal(FailureKind.Overloaded, KindOf(500, "invalid api key, insufficient balance, rate limit"));
        Assert.Equal(FailureKind.Overloaded, KindOf(503, """{"error":{"message":"insufficient balance"}}"""));
        Assert.Equal(FailureKind.Overloaded, KindOf(200, """{"error":{"code":502,"message":"insufficient balance"}}"""));
        Assert.Equal(FailureKind.Overloaded, KindOf(200, """{"error":{"code":500,"message":"insufficient balance"}}"""));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(300, """{"error":{"code":500,"message":"insufficient balance"}}"""));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(500, """{"error":{"code":"insufficient_quota"}}"""));
    }

    [Fact]
    public void Digits_in_a_sentence_are_not_a_status()
    {
        Assert.Equal(FailureKind.Unknown, KindOf(null, "something went wrong (402) after 429 tries, see ticket 401"));
        Assert.Equal(FailureKind.RateLimited, KindOf(429, """{"error":{"message":"request 402 of 404"}}"""));
    }

    [Theory]
    [InlineData("5000", FailureKind.RequestTooExpensive)]
    [InlineData("27,342", FailureKind.RequestTooExpensive)]
    [InlineData("0", FailureKind.CreditExhausted)]
    public void The_number_of_affordable_tokens_decides_between_exhausted_credit_and_a_too_expensive_request(string tokens, FailureKind kind) =>
        Assert.Equal(kind, KindOf(402, $$$"""{"error":{"code":402,"message":"This request requires more credits, but can only afford {{{tokens}}}."}}"""));

    [Fact]
    public void A_code_is_found_at_any_depth()
    {
        string body = string.Concat(Enumerable.Repeat("""{"cause":[""", 100)) + """{"error":{"code":"insufficient_quota"}}""" + string.Concat(Enumerable.Repeat("]}", 100));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, body));
    }

    [Fact]
    public void JSON_inside_nested_strings_is_read()
    {
        string inner = System.Text.Json.JsonSerializer.Serialize("""{"error":{"code":"context_length_exceeded"}}""");
        string outer = System.Text.Json.JsonSerializer.Serialize($$$"""Upstream said: {"error":{"message":{{{inner}}}}}""" );
        Assert.Equal(FailureKind.ContextLengthExceeded, KindOf(400, $$"""{"detail":{{outer}}}"""));
    }

    [Theory]
    [InlineData("""Error code: 402 - {"error": {"code": "model_not_found"}}""")]
    [InlineData("""litellm.BadRequestError: OpenAIException - {"error": {"code": "model_not_found"}}""")]
    public void JSON_inside_plain_text_is_read(string body) => Assert.Equal(FailureKind.ModelUnavailable, KindOf(400, body));

    [Theory]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"{\"error\":{\"code\":\"insufficient_quota\"}}"},"finish_reason":"stop"}]}""")]
    [InlineData("""{"content":[{"type":"text","text":"invalid api key"}],"stop_reason":"end_turn","type":"message"}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"insufficient balance"}]},"finishReason":"STOP"}]}""")]
    [InlineData("""{"output":[{"type":"message","status":"completed","content":[{"type":"output_text","text":"rate limit"}]}],"status":"completed"}""")]
    [InlineData("""{"message":{"role":"assistant","content":"model x not found"},"done":true,"done_reason":"stop"}""")]
    public void Generated_text_is_not_evidence(string body) => Assert.Equal(FailureKind.Unknown, KindOf(200, body));

    [Fact]
    public void A_quoted_request_is_not_evidence()
    {
        const string Body = """{"detail":[{"type":"missing","loc":["body","x"],"msg":"Field required","input":{"messages":[{"content":"insufficient balance"}]}}]}""";
        Assert.Equal(FailureKind.InvalidRequest, KindOf(422, Body));
    }

    [Fact]
    public void A_failure_passed_on_by_an_aggregator_retires_one_model_not_the_callers_key_or_account()
    {
        const string Country = """{"error":{"code":"unsupported_country_region_territory","message":"Country not supported"}}""";
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(403, Country));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(403, Relayed(403, Country)));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(401, Relayed(401, """{"error":{"message":"Invalid API key"}}""")));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(402, Relayed(402, """{"error":{"message":"Insufficient Balance"}}""")));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(403, Relayed(403, "nothing that is known")));
        Assert.Equal(FailureKind.ContentFiltered, KindOf(400, Relayed(400, """{"error":{"code":"content_filter"}}""")));

        static string Relayed(int code, string raw) =>
            $$$$"""{"error":{"message":"Provider returned error","code":{{{{code}}}},"metadata":{"raw":{{{{System.Text.Json.JsonSerializer.Serialize(raw)}}}},"provider_name":"X"}}}""";
    }

    [Fact]
    public void The_status_in_the_body_takes_precedence_over_the_HTTP_status()
    {
        Assert.Equal(FailureKind.RateLimited, KindOf(200, """{"error":{"code":429,"message":"x"}}"""));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(400, """{"object":"error","code":404,"message":"x"}"""));
        Assert.Equal(429, Classify(null, """{"error":{"code":429}}""").StatusCode);
        Assert.Equal(400, Classify(400, """{"error":{"code":404}}""").StatusCode);
    }

    [Fact]
    public void The_same_number_has_different_meanings_in_different_positions()
    {
        Assert.Equal(FailureKind.Timeout, KindOf(200, """{"base_resp":{"status_code":1001}}"""));
        Assert.Equal(FailureKind.AuthenticationFailed, KindOf(401, """{"error":{"code":"1001"}}"""));
        Assert.Equal(FailureKind.RateLimited, KindOf(429, """{"object":"error","code":"1300"}"""));
        Assert.Equal(FailureKind.ContentFiltered, KindOf(400, """{"error":{"code":1300}}"""));
        Assert.Equal(FailureKind.InvalidRequest, KindOf(400, """{"request":{"code":1113},"usage":{"code":1113}}"""));
    }

    [Theory]
    [InlineData("error", FailureKind.Overloaded)]
    [InlineData("content_filter", FailureKind.ContentFiltered)]
    [InlineData("model_context_window_exceeded", FailureKind.ContextLengthExceeded)]
    [InlineData("stop", FailureKind.Unknown)]
    public void A_finish_reason_is_evidence(string reason, FailureKind kind) =>
        Assert.Equal(kind, KindOf(200, $$"""{"choices":[{"finish_reason":"{{reason}}"}]}"""));

    [Theory]
    [InlineData("400", "Provider returned error", FailureKind.InvalidRequest)]
    [InlineData("402", "Provider returned error", FailureKind.CreditExhausted)]
    [InlineData("404", "Provider returned error", FailureKind.ModelUnavailable)]
    [InlineData("408", "Provider returned error", FailureKind.Timeout)]
    [InlineData("413", "Provider returned error", FailureKind.RequestTooLarge)]
    [InlineData("429", "Provider returned error", FailureKind.RateLimited)]
    [InlineData("502", "Provider disconnected", FailureKind.Overloaded)]
    [InlineData("503", "Provider returned error", FailureKind.Overloaded)]
    [InlineData("null", "Provider disconnected", FailureKind.Overloaded)]
    [InlineData("null", "Insufficient credits", FailureKind.CreditExhausted)]
    [InlineData("null", "This model does not exist", FailureKind.ModelUnavailable)]
    [InlineData("\"server_error\"", "Something broke", FailureKind.Overloaded)]
    [InlineData("\"rate_limit_exceeded\"", "Something broke", FailureKind.RateLimited)]
    public void An_interrupted_generation_retires_only_the_model_unless_an_error_is_more_specific(string code, string message, FailureKind kind) =>
        Assert.Equal(kind, KindOf(200, $$"""{"object":"chat.completion.chunk","error":{"code":{{code}},"message":"{{message}}"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}"""));

    [Fact]
    public void Header_names_ignore_case()
    {
        Assert.Equal(FailureKind.RateLimited, KindOf(400, "{}", ("X-AMZN-ERRORTYPE", "ThrottlingException:http://internal.amazon.com/")));
        Assert.Equal(FailureKind.ModelUnavailable, KindOf(403, "", ("x-error-code", "ModelNotFound")));
        Assert.Equal(FailureKind.AuthenticationFailed, KindOf(400, "{}", ("X-Error-Message", "Invalid credentials in Authorization header")));
    }

    [Fact]
    public void A_400_with_an_empty_body_is_a_context_length_failure_but_an_unknown_body_is_not()
    {
        Assert.Equal(FailureKind.ContextLengthExceeded, KindOf(400, ""));
        Assert.Equal(FailureKind.ContextLengthExceeded, KindOf(400, " \r\n"));
        Assert.Equal(FailureKind.InvalidRequest, KindOf(400, null));
        Assert.Equal(FailureKind.InvalidRequest, KindOf(400, "{}"));
    }

    [Theory]
    [InlineData(301, FailureKind.ProviderUnreachable)]
    [InlineData(400, FailureKind.InvalidRequest)]
    [InlineData(401, FailureKind.AuthenticationFailed)]
    [InlineData(402, FailureKind.CreditExhausted)]
    [InlineData(403, FailureKind.AuthenticationFailed)]
    [InlineData(404, FailureKind.ModelUnavailable)]
    [InlineData(407, FailureKind.ProviderUnreachable)]
    [InlineData(408, FailureKind.Timeout)]
    [InlineData(410, FailureKind.ModelUnavailable)]
    [InlineData(413, FailureKind.RequestTooLarge)]
    [InlineData(418, FailureKind.Unknown)]
    [InlineData(422, FailureKind.InvalidRequest)]
    [InlineData(424, FailureKind.Overloaded)]
    [InlineData(429, FailureKind.RateLimited)]
    [InlineData(451, FailureKind.ModelUnavailable)]
    [InlineData(498, FailureKind.Overloaded)]
    [InlineData(500, FailureKind.Overloaded)]
    [InlineData(502, FailureKind.Overloaded)]
    [InlineData(503, FailureKind.Overloaded)]
    [InlineData(504, FailureKind.Timeout)]
    [InlineData(511, FailureKind.ProviderUnreachable)]
    [InlineData(524, FailureKind.Timeout)]
    [InlineData(529, FailureKind.Overloaded)]
    [InlineData(200, FailureKind.Unknown)]
    [InlineData(0, FailureKind.Unknown)]
    [InlineData(-1, FailureKind.Unknown)]
    [InlineData(int.MaxValue, FailureKind.Unknown)]
    public void The_status_decides_if_there_is_no_other_evidence(int status, FailureKind kind) => Assert.Equal(kind, KindOf(status, null));

    [Fact]
    public void An_HTML_page_is_not_an_API_response()
    {
        const string Page = "\uFEFF \n<!DOCTYPE html><html><head><title>Attention Required!</title></head><body>invalid api key</body></html>";
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(200, Page));
        Assert.Equal(FailureKind.ProviderUnreachable, KindOf(403, Page));
        Assert.Equal(FailureKind.AuthenticationFailed, KindOf(401, Page));
        Assert.Equal(FailureKind.Overloaded, KindOf(502, Page));
        Assert.Equal("Attention Required!", Classify(403, Page).Message);
    }

    [Fact]
    public void Server_sent_events_are_read_separately()
    {
        const string Stream = """
            : keep-alive

            event: message_start
            data: {"type":"message_start","message":{"content":[],"stop_reason":null}}

            event: error
            data: {"type":"error",
            data:  "error":{"type":"overloaded_error","message":"Overloaded"}}

            data: [DONE]
            """;
        Assert.Equal(FailureKind.Overloaded, KindOf(200, Stream));
    }

    [Fact]
    public void Lines_of_JSON_are_read_separately_and_an_invalid_one_hides_no_other()
    {
        Assert.Equal(FailureKind.CreditExhausted, KindOf(200, "{\"message\":{\"content\":\"a\"}}\n{\"error\":\"insufficient credits\"}\n"));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(200, "{\"broken\": tru}\n{\"error\":\"insufficient credits\"}"));
    }

    [Fact]
    public void Parts_already_read_by_an_sdk_count_like_the_body()
    {
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(new ProviderError { Code = "insufficient_quota" }).Kind);
        Assert.Equal(FailureKind.AuthenticationFailed, FailureClassifier.Classify(new ProviderError { Message = "Invalid API key" }).Kind);
        Assert.Equal(FailureKind.ModelUnavailable, FailureClassifier.Classify(new ProviderError { Message = """404: {"error":{"code":"model_not_found"}}""" }).Kind);
    }

    [Fact]
    public void Without_any_evidence_the_kind_is_Unknown()
    {
        Failure failure = FailureClassifier.Classify(new ProviderError());
        Assert.Equal(FailureKind.Unknown, failure.Kind);
        Assert.Null(failure.StatusCode);
        Assert.Null(failure.Code);
        Assert.Null(failure.Message);
    }

    [Fact]
    public void The_failure_contains_the_evidence_the_code_and_the_message()
    {
        Failure byCode = Classify(429, """{"error":{"code":"insufficient_quota","message":"You exceeded\n your quota."}}""");
        Assert.Equal("code insufficient_quota", byCode.Evidence);
        Assert.Equal("insufficient_quota", byCode.Code);
        Assert.Equal("You exceeded your quota.", byCode.Message);
        Assert.Equal(429, byCode.StatusCode);
        Assert.Equal("CreditExhausted (code insufficient_quota): You exceeded your quota.", byCode.ToString());

        Failure byPhrase = Classify(400, """{"error":{"type":"invalid_request_error","message":"Your credit balance is far too low."}}""");
        Assert.Equal("phrase \"balance … too low\"", byPhrase.Evidence);
        Assert.Equal("invalid_request_error", byPhrase.Code);

        Assert.Equal("status 503", Classify(503, null).Evidence);
        Assert.Equal("type AccessDeniedException", Classify(403, "{}", ("x-amzn-errortype", "AccessDeniedException")).Evidence);
        Assert.Equal("limit source openrouter_key_limit", Classify(402, """{"error":{"metadata":{"limit_source":"openrouter_key_limit"}}}""").Evidence);
        Assert.Equal("finish reason SAFETY", Classify(200, """{"candidates":[{"finishReason":"SAFETY"}]}""").Evidence);
    }

    [Fact]
    public void The_upstream_providers_message_is_part_of_the_message()
    {
        const string Body = """{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"x/y is temporarily rate-limited upstream."}}}""";
        Assert.Equal("Provider returned error: x/y is temporarily rate-limited upstream.", Classify(429, Body).Message);
    }

    [Fact]
    public void Null_is_rejected()
    {
        Assert.Throws<ArgumentNullException>(() => FailureClassifier.Classify((ProviderError)null!));
        Assert.Throws<ArgumentNullException>(() => FailureClassifier.Classify(null!, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>(() => FailureClassifier.Classify(new FormatException(), null!, TestContext.Current.CancellationToken));
    }
}
