using Microsoft.Extensions.Time.Testing;

namespace FailScope.Tests.Failures;

public sealed class RetryHintTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static Failure Classify(int status, string? body, params (string Name, string Value)[] headers) => FailureClassifier.Classify(
        new ProviderError
        {
            StatusCode = status,
            Body = body,
            Headers = headers.Select(header => new KeyValuePair<string, string>(header.Name, header.Value)),
        },
        new FakeTimeProvider(Now));

    private static double? Seconds(Failure failure) => failure.RetryAfter?.TotalSeconds;

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("retry-after", "0.5", 0.5)]
    [InlineData("RETRY-AFTER", " 30 ", 30)]
    [InlineData("Retry-After", "34s", 34)]
    [InlineData("Retry-After", "Sat, 01 Aug 2026 12:00:40 GMT", 40)]
    [InlineData("Retry-After", "Saturday, 01-Aug-26 12:00:40 GMT", 40)]
    [InlineData("Retry-After", "2026-08-01T12:01:00Z", 60)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("x-ms-retry-after-ms", "250", 0.25)]
    [InlineData("x-ratelimit-reset-requests", "6m0s", 360)]
    [InlineData("x-ratelimit-reset-tokens", "1.5s", 1.5)]
    [InlineData("x-ratelimit-reset-tokens", "250ms", 0.25)]
    [InlineData("x-ratelimit-reset-requests", "6ms", 0.006)]
    [InlineData("x-ratelimit-reset-requests", "1h2m3s", 3_723)]
    [InlineData("x-ratelimit-reset", "30", 30)]
    [InlineData("X-RateLimit-Reset", "1785585660", 60)]
    [InlineData("X-RateLimit-Reset", "1785585660000", 60)]
    [InlineData("ratelimit-reset", "12", 12)]
    [InlineData("anthropic-ratelimit-requests-reset", "2026-08-01T12:00:20Z", 20)]
    [InlineData("anthropic-ratelimit-tokens-reset", "2026-08-01T14:00:20+02:00", 20)]
    [InlineData("x-ratelimit-reset-tokens-minute", "4.5", 4.5)]
    [InlineData("Retry-After", "2026-08-02", 43_200)]
    public void A_header_contains_a_retry_time(string name, string value, double seconds) =>
        Assert.Equal(seconds, Seconds(Classify(429, null, (name, value)))!.Value, 1e-6);

    [Theory]
    [InlineData("""{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}}""", 34)]
    [InlineData("""{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"0.847655010s"}]}}""", 0.84765501)]
    [InlineData("""{"error":{"availability":{"retry_after":40}}}""", 40)]
    [InlineData("""{"error":{"metadata":{"retry_after_seconds":17,"headers":{"Retry-After":"17"}}}}""", 17)]
    [InlineData("""{"error":{"metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"1785585660000"}}}}""", 60)]
    [InlineData("""{"error":{"type":"usage_limit_reached","resets_in_seconds":90}}""", 90)]
    [InlineData("""{"error":{"type":"usage_limit_reached","resets_at":1785585690}}""", 90)]
    [InlineData("""{"error":{"message":"Please try again in 16.239999999s. Need more tokens?"}}""", 16.239999999)]
    [InlineData("""{"error":{"message":"Please try again in 1m30s."}}""", 90)]
    [InlineData("""{"next_flush_time":"2026-08-01T12:00:30Z"}""", 30)]
    [InlineData("""{"error":{"message":"Please try again in 250ms."}}""", 0.25)]
    [InlineData("""{"error":{"message":"Please retry after 7 seconds. Please go here"}}""", 7)]
    [InlineData("""{"error":{"message":"Please retry in 33.5s."}}""", 33.5)]
    [InlineData("""{"error":{"message":"please try again after 1 seconds"}}""", 1)]
    [InlineData("""{"error":{"message":"Please wait 5631 seconds before retrying."}}""", 5_631)]
    [InlineData("""{"error":{"message":"Try again in 2 minutes"}}""", 120)]
    [InlineData("""{"error":{"message":"Try again in 1 hour 30 minutes"}}""", 5_400)]
    [InlineData("""{"error":{"message":"Quota resets in 3h"}}""", 10_800)]
    [InlineData("""{"error":{"message":"请在 20 秒后重试"}}""", 20)]
    [InlineData("""{"error":{"message":"Limit reached, resets at 2026-08-01T12:00:10Z"}}""", 10)]
    [InlineData("""{"error":{"code":"1308","message":"您的限额将在 2026-08-01 20:30:00 重置。"}}""", 1_800)]
    [InlineData("""{"error":{"message":"Limit reached, try again in 4h32m"}}""", 16_320)]
    [InlineData("""{"error":{"message":"Limit reached, resets 3pm (America/New_York)"}}""", 25_200)]
    [InlineData("""{"error":{"message":"Limit reached, resets at 7am (America/New_York)"}}""", 82_800)]
    [InlineData("""{"error":{"message":"Limit reached, resets 8:40pm (Asia/Shanghai)"}}""", 2_400)]
    [InlineData("""{"error":{"message":"Limit reached, available again at 13:00 UTC"}}""", 3_600)]
    [InlineData("""{"error":{"message":"Limit reached. Resets Aug 1 at 4pm (Europe/Berlin)"}}""", 7_200)]
    [InlineData("""{"error":{"message":"Limit reached. Try again at Aug 1st, 2026 12:30 PM."}}""", 1_800)]
    public void A_body_contains_a_retry_time(string body, double seconds) => Assert.Equal(seconds, Seconds(Classify(429, body))!.Value, 1e-6);

    [Theory]
    [InlineData("Weekly limit reached, resets Dec 9 at 5pm (America/Los_Angeles)", "2026-12-10T01:00:00Z", "zone UTC-08:00")]
    [InlineData("Weekly limit reached, resets September 2, 2026", "2026-09-02T00:00:00Z", "no zone, UTC assumed")]
    [InlineData("Weekly limit reached, resets Sept 2nd, 8:30am (Europe/Berlin)", "2026-09-02T06:30:00Z", "zone UTC+02:00")]
    [InlineData("Weekly limit reached, resets Jul 31", "2027-07-31T00:00:00Z", "no zone, UTC assumed")]
    public void A_month_can_be_a_word_and_a_zone_a_city(string message, string instant, string reading)
    {
        Failure failure = Classify(429, $$$"""{"error":{"message":"{{{message}}}"}}""");
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), failure.ResetsAt);
        Assert.EndsWith($"({reading})", failure.RetryEvidence!);
    }

    [Theory]
    [InlineData("resets 3pm")]
    [InlineData("resets 3pm (Nowhere/Town)")]
    [InlineData("resets 3pm (../etc/localtime)")]
    [InlineData("resets 25pm (America/New_York)")]
    [InlineData("resets may be late")]
    [InlineData("resets Ju 3")]
    [InlineData("resets Feb 30")]
    [InlineData("resets Dec 1, 9999")]
    [InlineData("resets Mayor 3")]
    public void Texts_that_only_look_like_a_time_are_ignored(string message) =>
        Assert.Null(Classify(429, $$$"""{"error":{"message":"Limit reached, {{{message}}}"}}""").RetryAfter);

    [Theory]
    [InlineData("""{"error":{"code":"in_flight_budget_exhausted"}}""", null)]
    [InlineData("""{"error":{"code":"in_flight_budget_exhausted","message":"Too many requests in flight for your balance; retry in 20 s"}}""", 20d)]
    [InlineData("""{"error":{"code":402,"message":"You can only afford 0 given your current in-flight requests."}}""", null)]
    public void Credit_reserved_by_other_requests_is_not_remembered_and_waits_only_as_stated(string body, double? seconds)
    {
        Failure failure = Classify(402, body);
        Assert.Equal((FailureKind.RequestTooExpensive, seconds), (failure.Kind, Seconds(failure)));
        Assert.Equal(Memory.None, FailureTable.RuleOf(failure.Kind).Memory);
    }

    [Fact]
    public void A_date_in_a_sentence_is_kept_as_ResetsAt_and_the_wait_is_limited_to_a_month()
    {
        const string Body = """{"error":{"message":"You have reached your specified API usage limits. You will regain access on 2026-10-01 at 00:00 UTC."}}""";
        Failure failure = Classify(400, Body);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), failure.ResetsAt);
        Assert.Equal(TimeSpan.FromDays(32), failure.RetryAfter);
    }

    [Theory]
    [InlineData("retry_after retry_after_seconds retry_delay retry_in wait_seconds cooldown_seconds")]
    public void A_field_with_a_retry_time_is_used_for_any_kind(string names) =>
        Assert.All(names.Split(' '), name => Assert.Equal(7, Seconds(Classify(400, $$"""{"type":"invalid_request_error","{{name}}":7}"""))));

    [Theory]
    [InlineData("ns", 1e-9)]
    [InlineData("us µs", 1e-6)]
    [InlineData("ms msec millisecond milliseconds", 1e-3)]
    [InlineData("s sec secs second seconds Seconds 秒", 1)]
    [InlineData("m min mins minute minutes 分钟", 60)]
    [InlineData("h hr hrs hour hours 小时", 3_600)]
    [InlineData("d day days", 86_400)]
    public void A_wait_has_a_unit(string units, double size) => Assert.All(units.Split(' '), unit =>
    {
        Assert.True(WaitText.TryReadWhole($"3 {unit}", out double seconds), unit);
        Assert.Equal(3 * size, seconds, 1e-12);
    });

    [Theory]
    [InlineData("try again in |try again after |retry in |retry after |retry your request in |please wait |available in |reset in |resets in |reset after |请在")]
    public void A_sentence_contains_a_wait(string markers) =>
        Assert.All(markers.Split('|'), marker => Assert.Equal(20, Seconds(Classify(400, $$"""{"message":"{{marker}}20 seconds."}"""))));

    [Theory]
    [InlineData("regain access on |regain access at |reset at |resets at |reset on |resets on |will reset at |try again at |try again after |retry after |available at |until ")]
    public void A_sentence_contains_a_date(string markers) =>
        Assert.All(markers.Split('|'), marker => Assert.Equal(60, Seconds(Classify(400, $$"""{"message":"{{marker}}2026-08-01 12:01"}"""))));

    [Theory]
    [InlineData("2026-08-02", 43_200.0)]
    [InlineData("2026-08-02, then", 43_200.0)]
    [InlineData("2026-08-01 at 12:01", 60.0)]
    [InlineData("2026-08-01T12:01:30Z", 90.0)]
    [InlineData("2026-08-01 12:01:30", 90.0)]
    [InlineData("2026-08-02 9:30", 77_400.0)]
    [InlineData("2026-08-02 25:30", null)]
    [InlineData("2026-08-0", null)]
    public void A_date_in_a_sentence_may_have_a_time(string date, double? seconds) =>
        Assert.Equal(seconds, Seconds(Classify(400, $$"""{"message":"until {{date}}"}""")));

    [Theory]
    [InlineData(400, 0, true)]
    [InlineData(400, 1, false)]
    public void A_reset_in_more_than_400_days_is_ignored(int days, int seconds, bool isHint) =>
        Assert.Equal(isHint, Classify(429, null, ("Retry-After", Now.AddDays(days).AddSeconds(seconds).ToString("O"))).ResetsAt is not null);

    [Fact]
    public void The_first_of_equal_hints_is_used() =>
        Assert.Null(Classify(429, null, ("Retry-After", "60"), ("Retry-After", "Sat, 01 Aug 2026 12:01:00 GMT")).ResetsAt);

    [Fact]
    public void A_remaining_amount_is_not_a_time() => Assert.Null(Classify(429, null, ("x-ratelimit-remaining-requests", "5")).RetryAfter);

    [Fact]
    public void A_wait_does_not_set_ResetsAt()
    {
        Assert.Null(Classify(429, null, ("Retry-After", "7")).ResetsAt);
        Assert.Equal(Now.AddMinutes(1), Classify(429, null, ("X-RateLimit-Reset", "1785585660")).ResetsAt);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("7 apples")]
    [InlineData("7s apples")]
    [InlineData("Sat, 01 Aug 2026 12:00:00 GMT")]
    [InlineData("2ns")]
    [InlineData("0x10")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Wed, 99 Foo 2026 12:00:00 GMT")]
    [InlineData("2026-08-01T11:59:59Z")]
    [InlineData("2926-08-01T11:59:59Z")]
    [InlineData("1785585599")]
    [InlineData("99999999999999")]
    [InlineData("1e300")]
    [InlineData("1.7976931348623157E+309")]
    [InlineData("-1e400")]
    public void An_impossible_hint_is_ignored(string value)
    {
        Failure failure = Classify(429, null, ("Retry-After", value), ("x-ratelimit-reset", value));
        Assert.Null(failure.RetryAfter);
        Assert.Null(failure.ResetsAt);
    }

    [Theory]
    [InlineData("Retry-After", "90000")]
    [InlineData("Retry-After", "999999999")]
    [InlineData("retry-after-ms", "1e300")]
    [InlineData("x-ratelimit-reset", "99999h")]
    [InlineData("x-ratelimit-reset", "99999999999999999999999999999999999999999d")]
    public void A_long_wait_is_limited_to_a_day(string name, string value) =>
        Assert.Equal(TimeSpan.FromDays(1), Classify(429, null, (name, value)).RetryAfter);

    [Fact]
    public void The_longest_of_several_hints_is_used()
    {
        Assert.Equal(40, Seconds(Classify(429, """{"error":{"availability":{"retry_after":40}}}""", ("Retry-After", "7"), ("retry-after-ms", "500"))));
    }

    [Fact]
    public void Retry_After_takes_precedence_over_a_sentence_and_a_sentence_over_a_reset_header()
    {
        const string Body = """{"error":{"message":"Please try again in 20s."}}""";
        Assert.Equal(7, Seconds(Classify(429, Body, ("Retry-After", "7"), ("x-ratelimit-reset-requests", "6m0s"))));
        Assert.Equal(20, Seconds(Classify(429, Body, ("x-ratelimit-reset-requests", "6m0s"))));
    }

    [Fact]
    public void Only_an_exhausted_limit_determines_the_wait()
    {
        (string, string)[] headers =
        [
            ("x-ratelimit-remaining-requests", "9999"), ("x-ratelimit-reset-requests", "8m38s"),
            ("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "12s"),
        ];
        Assert.Equal(12, Seconds(Classify(429, null, headers)));
        Assert.Equal(518, Seconds(Classify(429, null, headers[1], headers[3])));
    }

    [Fact]
    public void Reset_headers_are_ignored_if_no_limit_was_reached()
    {
        Assert.Null(Classify(400, """{"error":{"type":"invalid_request_error","message":"x"}}""", ("x-ratelimit-reset-requests", "6m0s")).RetryAfter);
        Assert.Equal(5, Seconds(Classify(400, """{"error":{"type":"invalid_request_error","message":"x"}}""", ("Retry-After", "5"))));
    }

    [Fact]
    public void Repeated_headers_are_all_read()
    {
        Assert.Equal(9, Seconds(Classify(429, null, ("Retry-After", "nonsense"), ("Retry-After", "9"))));
    }

    [Theory]
    [InlineData(FailureKind.Overloaded, 1)]
    [InlineData(FailureKind.ProviderUnreachable, 1)]
    [InlineData(FailureKind.Timeout, 1)]
    [InlineData(FailureKind.RateLimited, 1)]
    [InlineData(FailureKind.ModelUnavailable, 1)]
    [InlineData(FailureKind.RequestTooLarge, 1)]
    [InlineData(FailureKind.UsageLimitReached, 32)]
    [InlineData(FailureKind.FreeQuotaExhausted, 32)]
    [InlineData(FailureKind.CreditExhausted, 32)]
    [InlineData(FailureKind.KeyBudgetExhausted, 32)]
    [InlineData(FailureKind.AuthenticationFailed, 1)]
    public void The_longest_accepted_wait_depends_on_the_kind(FailureKind kind, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), RetryHint.LongestOf(kind));

    [Fact]
    public void A_wait_of_days_is_accepted_for_billing_and_limited_for_a_rate()
    {
        const string Spent = """{"error":{"type":"rate_limit_error","message":"Monthly spend limit reached"}}""";
        Failure spent = Classify(429, Spent, ("retry-after-ms", "274579000"));
        Assert.Equal((FailureKind.CreditExhausted, TimeSpan.FromMilliseconds(274_579_000)), (spent.Kind, spent.RetryAfter));
        Assert.Equal(TimeSpan.FromDays(1), Classify(429, null, ("retry-after-ms", "274579000")).RetryAfter);
    }

    [Fact]
    public void ResetsAt_is_complete_even_if_the_wait_is_limited()
    {
        Failure failure = Classify(429, """{"error":{"message":"Rate limit reached, resets at 2026-08-05T12:00:00Z"}}""");
        Assert.Equal((TimeSpan.FromDays(1), Now.AddDays(4)), (failure.RetryAfter, failure.ResetsAt));
    }

    [Theory]
    [InlineData("2026-08-01 18:00:00", "2026-08-01T18:00:00Z", "no zone, UTC assumed")]
    [InlineData("2026-08-01 18:00:00.250", "2026-08-01T18:00:00Z", "no zone, UTC assumed")]
    [InlineData("2026-08-01 18:00:00 CST", "2026-08-01T18:00:00Z", "no zone, UTC assumed")]
    [InlineData("2026-08-01 18:00:00 UTC", "2026-08-01T18:00:00Z", "zone UTC")]
    [InlineData("2026-08-01T18:00:00Z (2056)", "2026-08-01T18:00:00Z", "zone UTC")]
    [InlineData("2026-08-01 23:59:59 +0800 CST", "2026-08-01T15:59:59Z", "zone UTC+08:00")]
    [InlineData("2026-08-01T23:59:59+05:30", "2026-08-01T18:29:59Z", "zone UTC+05:30")]
    [InlineData("2026-08-01 18:00 GMT-3", "2026-08-01T21:00:00Z", "zone UTC-03:00")]
    [InlineData("2026-08-01 18:00 UTC+8", "2026-08-02T10:00:00Z", null)]
    [InlineData("10:00 UTC", "2026-08-02T10:00:00Z", "zone UTC")]
    [InlineData("10:57 PM GMT-3", "2026-08-02T01:57:00Z", "zone UTC-03:00")]
    [InlineData("1:30 pm UTC", "2026-08-01T13:30:00Z", "zone UTC")]
    [InlineData("12:30 AM UTC", "2026-08-02T00:30:00Z", "zone UTC")]
    [InlineData("10:00", null, null)]
    [InlineData("10pm", null, null)]
    [InlineData("2026-08-02 99:00 UTC", null, null)]
    public void A_time_in_a_sentence_keeps_its_zone_or_the_assumed_one(string time, string? instant, string? reading)
    {
        Failure failure = Classify(429, $$$"""{"error":{"message":"Usage limit reached. Resets at {{{time}}}."}}""");
        if (reading is null && instant is not null)
        {
            // 18:00 in UTC+8 is in the past at noon UTC, so there is no hint.
            Assert.Null(failure.RetryAfter);
            return;
        }

        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), failure.ResetsAt);
        Assert.Equal(instant is null ? null : $"sentence \"Resets at {time}\" ({reading})", failure.RetryEvidence);
    }

    [Theory]
    [InlineData("1308")]
    [InlineData("1310")]
    public void Zhipus_times_are_in_Chinas_zone_even_in_English(string code)
    {
        Failure failure = Classify(429, $$$"""{"error":{"code":"{{{code}}}","message":"Usage limit reached for 5 hour. Your limit will reset at 2026-08-01 22:00:00"}}""");
        Assert.Equal((FailureKind.UsageLimitReached, Now.AddHours(2)), (failure.Kind, failure.ResetsAt));
        Assert.Equal("sentence \"reset at 2026-08-01 22:00:00\" (no zone, UTC+08:00 assumed)", failure.RetryEvidence);
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", "header retryafterms 1500 (milliseconds)")]
    [InlineData("Retry-After", "7", "header retryafter 7 (seconds)")]
    [InlineData("Retry-After", "Sat, 01 Aug 2026 12:00:40 GMT", "header retryafter Sat, 01 Aug 2026 12:00:40 GMT (a date, UTC where it names no zone)")]
    [InlineData("x-ratelimit-reset-requests", "6m0s", "header xratelimitresetrequests 6m0s (a duration)")]
    [InlineData("X-RateLimit-Reset", "1785585660", "header xratelimitreset 1785585660 (seconds since 1970, by its size)")]
    [InlineData("X-RateLimit-Reset", "1785585660000", "header xratelimitreset 1785585660000 (milliseconds since 1970, by its size)")]
    public void The_evidence_of_a_hint_has_its_source_and_how_it_was_read(string name, string value, string evidence) =>
        Assert.Equal(evidence, Classify(429, null, (name, value)).RetryEvidence);

    [Fact]
    public void The_evidence_of_a_hint_from_a_body_names_its_field_and_is_null_without_a_hint()
    {
        Assert.Equal("field resetsinseconds 90 (seconds)", Classify(429, """{"error":{"type":"usage_limit_reached","resets_in_seconds":90}}""").RetryEvidence);
        Assert.Equal("sentence \"try again in 20s\" (a duration)", Classify(429, """{"error":{"message":"Please try again in 20s. Need more?"}}""").RetryEvidence);
        Assert.Null(Classify(429, null).RetryEvidence);
    }

    [Theory]
    [InlineData("Out of call volume quota. Quota will be replenished in 22.14:18:12.", 1_952_292)]
    [InlineData("Out of call volume quota. Quota will be replenished in 03:10:00.", 11_400)]
    [InlineData("Subscription quota exceeded. Retry in 3hr 20min.", 12_000)]
    [InlineData("You have used all of today's free usage. Come back in 3h 47m, it resets at midnight.", 13_620)]
    public void A_wait_in_a_sentence_can_have_many_forms(string message, double seconds) =>
        Assert.Equal(seconds, Seconds(Classify(403, $$$"""{"error":{"message":"{{{message}}}"}}""")));

    [Theory]
    [InlineData("Rate limit exceeded: free-models-per-min.", FailureKind.FreeQuotaExhausted, 60.0)]
    [InlineData("Rate limit exceeded: free-models-per-day.", FailureKind.FreeQuotaExhausted, null)]
    [InlineData("You have reached your hourly usage limit", FailureKind.UsageLimitReached, 3_600.0)]
    [InlineData("You have reached your weekly usage limit", FailureKind.UsageLimitReached, null)]
    [InlineData("More than 5 requests per minute for this api key", FailureKind.UsageLimitReached, 60.0)]
    [InlineData("More than 5 requests per minute", FailureKind.RateLimited, null)]
    public void A_short_window_of_an_account_ends_after_its_length(string message, FailureKind kind, double? seconds)
    {
        Failure failure = Classify(429, $$$"""{"error":{"message":"{{{message}}}"}}""");
        Assert.Equal((kind, seconds), (failure.Kind, Seconds(failure)));
        Assert.Equal(seconds is not null, failure.RetryEvidence?.EndsWith("(its whole length assumed)", StringComparison.Ordinal) is true);
    }

    [Fact]
    public void A_short_window_can_be_named_by_a_code_and_a_stated_reset_takes_precedence()
    {
        const string Body = """{"error":{"message":"Rate limit exceeded","metadata":{"limit_source":"openrouter_free_tier_minute"}}}""";
        Assert.Equal("window \"minute\" (its whole length assumed)", Classify(429, Body).RetryEvidence);
        Assert.Equal(20, Seconds(Classify(429, Body, ("X-RateLimit-Reset", "1785585620"))));
    }
}
