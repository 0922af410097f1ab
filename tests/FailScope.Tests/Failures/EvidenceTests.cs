using System.Text;
using System.Text.Json;

namespace FailScope.Tests.Failures;

public sealed class EvidenceTests
{
    private static ErrorEvidence Read(string body) => EvidenceReader.Read(new ProviderError { Body = body });

    private static string[] TextsOf(string body) => [.. Read(body).Texts.Select(text => text.Text)];

    private static string[] CodesOf(string body) => [.. Read(body).Codes.Select(code => $"{code.Place} {code.Field} {code.Text}")];

    private static ErrorEvidence ReadHeader(string name, string value) => EvidenceReader.Read(new ProviderError { Headers = [new(name, value)] });

    [Theory]
    [InlineData("[error] Your credit balance is too low", "[error] Your credit balance is too low")]
    [InlineData("{'error': 'insufficient balance'}", "{'error': 'insufficient balance'}")]
    [InlineData("set {x} to 5: insufficient balance", "set {x} to 5: insufficient balance")]
    [InlineData("\uFEFF  insufficient balance ", "insufficient balance")]
    [InlineData("\"insufficient balance\"", "insufficient balance")]
    public void A_body_that_is_not_an_object_is_read_as_a_sentence(string body, string text) => Assert.Equal([text], TextsOf(body));

    [Theory]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("[")]
    [InlineData("[[]]")]
    [InlineData("""["some words"]""")]
    [InlineData("""[{"x":"some words"}]""")]
    [InlineData("""{"message":12345}""")]
    [InlineData("""{"code":"some words"}""")]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("<html>some words</html>")]
    public void A_body_without_a_sentence_gives_none(string body) => Assert.Empty(TextsOf(body));

    [Theory]
    [InlineData("""{"error":{"code":"x","message":"Some words"}}""")]
    [InlineData("""[{"error":{"code":"x","message":"Some words"}}]""")]
    [InlineData("""/* no */ {"error":{"code":"x","message":"Some words"}}""")]
    [InlineData("""[ /* first */ {"error":{"code":"x","message":"Some words"}}]""")]
    [InlineData("""data: {"error":{"code":"x","message":"Some words"}}""")]
    [InlineData("""event: error""" + "\n" + """data: {"error":""" + "\n" + """data: {"code":"x","message":"Some words"}}""" + "\n\n")]
    [InlineData("""{"choices":[]}{"error":{"code":"x","message":"Some words"}}""")]
    [InlineData("""{"choices":[]}""" + "\n" + """{"error":{"code":"x","message":"Some words"}}""")]
    [InlineData("""{"tried":[1,],"error":{"code":"x","message":"Some words"}}""")]
    [InlineData("""{"meta":{"a":{}},"error":{"inner":{"b":[]},"code":"x","message":"Some words"}}""")]
    public void An_object_is_found_inside_any_wrapping(string body)
    {
        Assert.Contains("Error code x", CodesOf(body));
        Assert.Contains("Some words", TextsOf(body));
        Assert.Equal(0, Read(body).Faults);
    }

    [Fact]
    public void A_code_after_invalid_JSON_is_read_once() =>
        Assert.Equal(["Error code x"], CodesOf("""{"error":{"code":"x"} !!}"""));

    [Theory]
    [InlineData(": keep-alive\n\ndata: some words")]
    [InlineData("data: some words")]
    [InlineData("data:some words\n\n")]
    [InlineData("event: error\ndata: some words\n\n")]
    [InlineData("id: 7\ndata: some words\n\n")]
    [InlineData("retry: 3000\ndata: some words\n\n")]
    public void The_data_of_a_server_sent_event_is_read(string body) => Assert.Equal(["some words"], TextsOf(body));

    [Fact]
    public void Each_event_is_read_separately()
    {
        Assert.Equal(["some words", "other words"], TextsOf("data: some words\n\ndata: other words\n\n"));
        Assert.Equal(["some\nwords"], TextsOf("data: some\ndata: words\n\n"));
    }

    [Fact]
    public void Plain_JSON_between_the_events_of_a_stream_is_read() =>
        Assert.Equal(["some words"], TextsOf("event: chunk\ndata: {\"x\": 1}\n\n{\n  \"error\": {\n    \"message\": \"some words\"\n  }\n}\n"));

    [Fact]
    public void A_sentence_in_place_of_the_name_of_a_parameter_is_read()
    {
        Assert.Equal(["some words"], TextsOf("""{"error":{"param":"some words"}}"""));
        Assert.Empty(TextsOf("""{"error":{"param":"temperature"}}"""));
    }

    [Theory]
    [InlineData("<html><head><title> 502 Bad Gateway </title></head></html>", "502 Bad Gateway")]
    [InlineData("<TITLE>Sign in</TITLE>", "Sign in")]
    [InlineData("<!DOCTYPE html><body>Nothing here</body>", null)]
    [InlineData("<html><title></title></html>", null)]
    [InlineData("<html><title>never closed", null)]
    public void The_title_of_an_HTML_page_is_read(string body, string? title)
    {
        ErrorEvidence evidence = Read(body);
        Assert.True(evidence.IsMarkup);
        Assert.Equal(title, evidence.PageTitle);
        Assert.Equal(title, FailureClassifier.Classify(new ProviderError { Body = body }).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\uFEFF")]
    public void A_body_of_white_space_counts_as_empty(string body) => Assert.True(Read(body).IsEmpty);

    [Fact]
    public void Line_breaks_inside_a_string_become_spaces() =>
        Assert.Equal(["Your credit   balance"], TextsOf("{\"message\":\"Your credit\r\n\tbalance\"}"));

    [Theory]
    [InlineData("""{"error":{"message":"Your credit balance is too lo""", "Your credit balance is too lo")]
    [InlineData("""{"error":{"message":"余额不""", "余额不")]
    [InlineData("""{"error":{"message" : "one two""", "one two")]
    public void The_beginning_of_a_truncated_sentence_is_evidence(string body, string text) => Assert.Equal([text], TextsOf(body));

    [Theory]
    [InlineData("""{"error":{"message":"insufficient_quo""")]
    [InlineData("""{"error":{"content":"one two""")]
    [InlineData("""{"error":{"message":tru "one two""")]
    [InlineData("""{"error":{"message":""")]
    public void The_beginning_of_a_truncated_code_is_not_evidence(string body) => Assert.Empty(TextsOf(body));

    [Fact]
    public void A_truncated_sentence_passed_on_by_an_aggregator_comes_from_upstream() =>
        Assert.True(Assert.Single(Read("""{"error":{"metadata":{"raw":"Invalid API key, one""").Texts).IsUpstream);

    [Fact]
    public void An_invalid_character_does_not_hide_the_rest() =>
        Assert.Equal([@"\ud800 insufficient balance"], TextsOf("""{"message":"\ud800 insufficient balance"}"""));

    [Fact]
    public void Text_around_JSON_in_a_string_is_kept()
    {
        Assert.Equal(["Inner words", "Upstream said: "], TextsOf("""{"message":"Upstream said: {\"message\":\"Inner words\"}"}"""));
        Assert.Equal(["""Put {"a":1} there"""], TextsOf("""{"message":"Put {\"a\":1} there"}"""));
        Assert.Equal(["Inner words"], TextsOf("""{"message":"{\"message\":\"Inner words\"}"}"""));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(6, false)]
    public void Nested_strings_are_followed_to_a_limited_depth(int depth, bool isFound)
    {
        string body = """{"code":"insufficient_quota"}""";
        for (int i = 0; i < depth; i++)
        {
            body = $$"""{"message":{{JsonSerializer.Serialize(body)}}}""";
        }

        Assert.Equal(isFound, Read(body).Codes.Count > 0);
    }

    [Fact]
    public void Invalid_JSON_is_retried_a_limited_number_of_times() =>
        Assert.Equal(32, Read(string.Concat(Enumerable.Repeat("""{"a" """, 100))).Faults);

    [Fact]
    public void A_relayed_failure_stays_relayed() => Assert.True(Read("""{"raw":"one two","metadata":{"raw":"three four"}}""").IsRelayed);

    [Fact]
    public void The_first_error_status_in_the_body_is_used()
    {
        Assert.Equal(429, Read("""{"error":{"code":429},"status":500}""").StatedStatus);
        Assert.Equal(400, Read("""{"status":"400"}""").StatedStatus);
        Assert.Equal(529, Read("""{"status":529}""").StatedStatus);
        Assert.Null(Read("""{"status":399}""").StatedStatus);
        Assert.Null(Read("""{"status":600}""").StatedStatus);
        Assert.Null(Read("""{"code":514}""").StatedStatus);
        Assert.Null(Read("""{"status":"4e2"}""").StatedStatus);
        Assert.Null(Read("""{"base_resp":{"status_code":404}}""").StatedStatus);
    }

    [Theory]
    [InlineData("""{"code":7}""", "Root code 7")]
    [InlineData("""{"error_code":7}""", "RootErrorCode errorcode 7")]
    [InlineData("""{"errCode":7}""", "RootErrorCode errcode 7")]
    [InlineData("""{"error":{"code":7}}""", "Error code 7")]
    [InlineData("""{"errors":[{"code":7}]}""", "ErrorsItem code 7")]
    [InlineData("""{"header":{"code":7}}""", "Header code 7")]
    [InlineData("""{"base_resp":{"status_code":7}}""", "BaseResp statuscode 7")]
    [InlineData("""{"other":{"code":7}}""", "Elsewhere code 7")]
    [InlineData("""[{"code":7}]""", "Elsewhere code 7")]
    [InlineData("""[{"error_code":7}]""", "Elsewhere errorcode 7")]
    [InlineData("""{"error":{"type":"x"}}""", "Elsewhere type x")]
    [InlineData("""{"error":["insufficient_quota"]}""", "Elsewhere error insufficient_quota")]
    [InlineData("""{"errors":{"code":true}}""", "ErrorsItem code true")]
    [InlineData("""{"candidates":[{"finishReason":"SAFETY"}]}""", "Elsewhere finishreason SAFETY")]
    public void A_code_is_kept_with_its_position(string body, string code) => Assert.Equal([code], CodesOf(body));

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_name_longer_than_64_bytes_is_ignored(int padding, bool isRead) =>
        Assert.Equal(isRead, Read($$"""{"code{{new string('_', padding)}}":"x"}""").Codes.Count == 1);

    [Fact]
    public void Codes_texts_and_times_are_limited_in_number_and_length()
    {
        var evidence = new ErrorEvidence();
        foreach (int length in (int[])[0, 1, 200, 201])
        {
            evidence.AddCode("code", new string('x', length), CodePlace.Root, isUpstream: false);
            evidence.AddTime("retryafter", new string('1', length), isHeader: false);
        }

        evidence.AddText("  ", isUpstream: false);
        evidence.AddText(new string('x', 4_096), isUpstream: false);
        evidence.AddText(new string('x', 4_097), isUpstream: false);
        Assert.Equal([1, 200], evidence.Codes.Select(code => code.Text.Length));
        Assert.Equal([1, 200], evidence.Times.Select(time => time.Text.Length));
        Assert.Equal([4_096, 4_096], evidence.Texts.Select(text => text.Text.Length));

        for (int i = 0; i < 300; i++)
        {
            evidence.AddCode("code", "x", CodePlace.Root, isUpstream: false);
            evidence.AddText("x", isUpstream: false);
            evidence.AddTime("retryafter", "1", isHeader: false);
        }

        Assert.Equal((200, 200, 200), (evidence.Codes.Count, evidence.Texts.Count, evidence.Times.Count));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(999, 999)]
    [InlineData(1_000, null)]
    public void A_status_has_at_most_three_digits(int given, int? status) =>
        Assert.Equal(status, EvidenceReader.Read(new ProviderError { StatusCode = given }).HttpStatus);

    [Fact]
    public void Parts_already_read_by_an_sdk_are_evidence_like_the_body()
    {
        ErrorEvidence evidence = EvidenceReader.Read(new ProviderError { Code = "1113", Message = """Error: {"error":{"type":"x"}}""", Body = "" });
        Assert.Equal([new StatedCode("code", "1113", CodePlace.Error, false), new StatedCode("type", "x", CodePlace.Elsewhere, false)], evidence.Codes);
        Assert.Equal([new StatedText("Error:", false)], evidence.Texts);
        Assert.True(evidence.IsEmpty);
    }

    [Theory]
    [InlineData("x-amzn-ErrorType", "ThrottlingException:http://internal", "errortype ThrottlingException")]
    [InlineData("x-ms-error-code", " invalid_api_key ", "errorcode invalid_api_key")]
    [InlineData("X-Error-Code", "invalid_api_key", "errorcode invalid_api_key")]
    public void A_header_can_contain_a_code(string name, string value, string code)
    {
        StatedCode stated = Assert.Single(ReadHeader(name, value).Codes);
        Assert.Equal(code, $"{stated.Field} {stated.Text}");
        Assert.Equal((CodePlace.Elsewhere, false), (stated.Place, stated.IsUpstream));
    }

    [Fact]
    public void A_header_can_contain_a_sentence() =>
        Assert.Equal([new StatedText("no credit left", false)], ReadHeader("X-Error-Message", "no credit left").Texts);

    [Theory]
    [InlineData("Retry-After", true)]
    [InlineData("x-ratelimit-reset-requests", true)]
    [InlineData("x-ratelimit-remaining-requests", true)]
    [InlineData("Date", false)]
    [InlineData("x-ratelimit-limit-requests", false)]
    public void Headers_with_a_retry_time_are_kept_and_others_ignored(string name, bool isTime) => Assert.Equal(isTime ? 1 : 0, ReadHeader(name, "5").Times.Count);

    [Fact]
    public void A_header_without_name_or_value_is_ignored()
    {
        ErrorEvidence evidence = EvidenceReader.Read(new ProviderError { Headers = [new(null!, "x"), new("retry-after", null!), new("retry-after", "7")] });
        Assert.Equal(["7"], evidence.Times.Select(time => time.Text));
    }

    [Theory]
    [InlineData("code type status reason error err error_code err_code error_type error_name error_status status_code http_status http_code")]
    [InlineData("http_status_code sub_code reasons exception exception_type __type provider_error_code provider_code limit_source title error_class")]
    public void These_fields_contain_a_code(string names)
    {
        foreach (string name in names.Split(' '))
        {
            Assert.Equal("insufficient_quota", Assert.Single(Read($$$"""{"x":{"{{{name}}}":"insufficient_quota"}}""").Codes).Text);
        }
    }

    [Theory]
    [InlineData("finish_reason finishReason stop_reason block_reason native_finish_reason")]
    public void These_fields_contain_a_finish_reason(string names)
    {
        foreach (string name in names.Split(' '))
        {
            Assert.Equal(FailureKind.ContentFiltered, FailureClassifier.Classify(new ProviderError { StatusCode = 200, Body = $$"""{"{{name}}":"content_filter"}""" }).Kind);
        }
    }

    [Theory]
    [InlineData("message msg error err errors detail details error_message error_msg err_msg status_msg status_message error_description")]
    [InlineData("description title reason raw failure failure_reason warning errorMessage Message")]
    public void These_fields_contain_a_sentence(string names)
    {
        foreach (string name in names.Split(' '))
        {
            Assert.Equal(["some words"], TextsOf($$$"""{"x":{"{{{name}}}":"some words"}}"""));
            Assert.Equal(["some words"], TextsOf($$$"""{"x":{"{{{name}}}":["some words"]}}"""));
        }
    }

    [Theory]
    [InlineData("retry_delay retry_after retry_after_ms retry_after_seconds retry_in reset_at resets_at reset_time next_flush_time resets_in_seconds")]
    [InlineData("X-RateLimit-Reset x-ratelimit-reset-requests x-ratelimit-reset-tokens reset_seconds wait_seconds cooldown_seconds retryDelay")]
    public void These_fields_contain_a_retry_time(string names)
    {
        foreach (string name in names.Split(' '))
        {
            Assert.Equal("7", Assert.Single(Read($$$"""{"x":{"{{{name}}}":7}}""").Times).Text);
        }
    }

    [Theory]
    [InlineData("content input messages prompt arguments delta flagged_input previous_errors request tools tool_calls usage logprobs openrouter_metadata")]
    public void These_fields_repeat_the_request_or_contain_generated_text(string names)
    {
        foreach (string name in names.Split(' '))
        {
            ErrorEvidence evidence = Read($$$"""{"{{{name}}}":{"code":"insufficient_quota","message":"some words","retry_after":7},"error":{"code":"x"}}""");
            Assert.Equal(["x"], evidence.Codes.Select(code => code.Text));
            Assert.Empty(evidence.Texts);
            Assert.Empty(evidence.Times);
        }
    }

    [Fact]
    public void A_truncated_ignored_field_ends_the_reading() =>
        Assert.Empty(Read("""{"content":{"error":{"code":"x"},"message":"some words""").Codes);

    [Fact]
    public void Only_the_first_128_K_characters_of_a_body_are_read()
    {
        var body = new StringBuilder("{\"x\":\"").Append('x', 128 * 1024).Append("\",\"code\":\"x\"}");
        Assert.Empty(Read(body.ToString()).Codes);
        Assert.Single(Read(body.Remove(6, 100).ToString()).Codes);
    }
}
