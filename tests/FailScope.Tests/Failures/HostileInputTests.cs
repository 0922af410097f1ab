using System.Text;

namespace FailScope.Tests.Failures;

public sealed class HostileInputTests
{
    private const string Known = """{"error":{"code":"insufficient_quota","message":"no money"}}""";

    private static FailureKind KindOf(int status, string body) => FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = body }).Kind;

    [Fact]
    public void Only_the_beginning_of_a_ten_megabyte_body_is_read()
    {
        string padding = new('x', 10 * 1024 * 1024);
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, Known + padding));
        Assert.Equal(FailureKind.RateLimited, KindOf(429, padding + Known));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, $$$"""{"error":{"code":"insufficient_quota","message":"{{{padding}}}"}}"""));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, $$$"""{"error":{"message":"Insufficient balance. {{{padding}}}"}}"""));
        Assert.Equal(FailureKind.RateLimited, KindOf(429, $$$"""{"error":{"message":"{{{padding}}} Insufficient balance."}}"""));
    }

    [Fact]
    public void A_large_body_needs_no_more_memory_than_its_first_part()
    {
        string large = Known + new string(' ', 10 * 1024 * 1024);
        FailureClassifier.Classify(new ProviderError { Body = large });
        long before = GC.GetAllocatedBytesForCurrentThread();
        FailureClassifier.Classify(new ProviderError { Body = large });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * 1024 * 1024);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"error":""", "}")]
    [InlineData("""{"a":[""", "]}")]
    public void A_thousand_levels_are_read_and_two_hundred_thousand_do_no_harm(string open, string close)
    {
        string Nested(int levels) => string.Concat(Enumerable.Repeat(open, levels)) + Known + string.Concat(Enumerable.Repeat(close, levels));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, Nested(1_000)));
        Assert.Equal(FailureKind.RateLimited, KindOf(429, Nested(200_000)));
    }

    [Fact]
    public void JSON_in_strings_is_followed_a_few_levels()
    {
        string body = Known;
        for (int level = 0; level < 12; level++)
        {
            body = $$"""{"message":{{System.Text.Json.JsonSerializer.Serialize(body)}}}""";
        }

        Assert.Equal(FailureKind.RateLimited, KindOf(429, body));
    }

    [Fact]
    public void Lone_surrogates_and_control_characters_do_no_harm()
    {
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, "{\"error\":{\"message\":\"\uD800 \uDFFF\",\"code\":\"insufficient_quota\"}}"));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, """{"error":{"message":"\ud800 x","\udc00":1,"code":"insufficient_quota"}}"""));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, """{"error":{"param":"\ud800","model":"\udc00","code":"insufficient_quota"}}"""));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, "{\"error\":{\"message\":\"\0\u0001\",\"code\":\"insufficient_quota\"} \0"));

        Failure failure = FailureClassifier.Classify(new ProviderError { Body = "a\uD800b\u0000c\u0007d\u2028e" });
        Assert.Equal("a b c d e", failure.Message);
    }

    [Fact]
    public void Invalid_UTF8_does_no_harm()
    {
        byte[] bytes = [.. "{\"error\":{\"message\":\""u8, 0xFF, 0xC0, 0x80, .. "\",\"code\":\"insufficient_quota\"}}"u8];
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, Encoding.UTF8.GetString(bytes)));
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, Encoding.Latin1.GetString(bytes)));
    }

    [Theory]
    [InlineData("""{"error":{"code":"insufficient_quota","message":"You exc""")]
    [InlineData("""{"error":{"code":"insufficient_quota","mess""")]
    [InlineData("""{"error":{"code":"insufficient_quota",,,}""")]
    [InlineData("""{"error":{"code":"insufficient_quota"}}]]]}}}""")]
    [InlineData("""{"error":{"code":"insufficient_quota"} trailing words""")]
    [InlineData("""{'error'} {"error":{"code":"insufficient_quota"}}""")]
    [InlineData("""{"error":{"code":"x","code":"insufficient_quota","code":null}}""")]
    [InlineData("""{"error":{"code":{"code":["insufficient_quota"]},"message":17,"type":true}}""")]
    [InlineData("""// a comment\n{"error":{"code":"insufficient_quota"}}""")]
    [InlineData("""   "Insufficient balance" """)]
    public void Invalid_JSON_is_used_as_far_as_it_is_valid(string body) => Assert.Equal(FailureKind.CreditExhausted, KindOf(429, body));

    [Theory]
    [InlineData("""{"error":{"code":"insufficient_quo""")]
    [InlineData("""{"error":{"code":"invalid_api_key_is_not""")]
    public void Half_a_code_is_not_used(string body) => Assert.Equal(FailureKind.RateLimited, KindOf(429, body));

    [Fact]
    public void A_truncated_sentence_is_used()
    {
        Assert.Equal(FailureKind.CreditExhausted, KindOf(429, """{"error":{"message":"Your credit balance is too low to acc"""));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"")]
    [InlineData("[{")]
    [InlineData("{\"a\":")]
    [InlineData("{\"error\":")]
    [InlineData("{\"error\":\"{\\\"")]
    [InlineData("data: {\"error\":\n\n")]
    public void Many_invalid_pieces_are_soon_ignored(string piece)
    {
        // Each invalid piece is an exception inside the JSON reader; a hundred thousand of them would take seconds.
        string body = string.Concat(Enumerable.Repeat(piece, 120_000 / piece.Length));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(FailureKind.RateLimited, KindOf(429, body));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void The_number_of_codes_and_texts_is_limited()
    {
        string body = "[" + string.Join(",", Enumerable.Repeat("""{"code":"nothing_known","message":"nothing known"}""", 2_000)) + "]";
        Failure failure = FailureClassifier.Classify(new ProviderError { StatusCode = 429, Body = body });
        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.Equal("nothing known", failure.Message);
    }

    [Fact]
    public void A_message_is_short_and_on_one_line()
    {
        Failure failure = FailureClassifier.Classify(new ProviderError { Body = string.Join("\r\n\t", Enumerable.Repeat("many words", 1_000)) });
        Assert.Equal(500, failure.Message!.Length);
        Assert.EndsWith("…", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Message, char.IsControl);
    }

    [Fact]
    public void Strange_headers_do_no_harm()
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            new(null!, "x"), new("Retry-After", null!), new("", ""), new("x-amzn-errortype", ""), new("x-amzn-errortype", new string('y', 100_000)),
            new("retry-after", new string('9', 5_000)), new("x-ratelimit-reset", "∞"),
        };
        Failure failure = FailureClassifier.Classify(new ProviderError { StatusCode = 429, Headers = headers });
        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.Null(failure.RetryAfter);
    }
}
