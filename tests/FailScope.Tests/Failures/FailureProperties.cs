using System.Text;
using CsCheck;
using FailScope.Tests.Failures.Corpus;

namespace FailScope.Tests.Failures;

public sealed class FailureProperties
{
    private static readonly IReadOnlyList<ProviderErrorRow> Rows = ProviderErrorRow.ReadOwn();

    private static readonly Gen<int?> Statuses = OneOf<int?>(null, 0, 200, 400, 401, 402, 403, 404, 413, 429, 500, 503, 529, int.MinValue, int.MaxValue);

    private static readonly Gen<string> HeaderNames = OneOf(
        "Retry-After", "retry-after-ms", "x-ms-retry-after-ms", "x-ratelimit-reset", "x-ratelimit-reset-tokens", "x-ratelimit-remaining-tokens",
        "anthropic-ratelimit-requests-reset", "x-amzn-errortype", "x-error-code", "x-error-message", "content-type");

    private static readonly Gen<string> Pieces = OneOf(
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\ud800", "\uD800", "\u0000", "\n", "data: ", "event: error\n", "<html>", "error", "code", "message",
        "retry_after", "insufficient_quota", "429", "1e999", "-0", "true", "null", "can only afford ", "try again in ", "base_resp", "status_code", "finish_reason", " * ");

    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.String,
        Gen.Byte.Array[0, 300].Select(Encoding.UTF8.GetString),
        Gen.Byte.Array[0, 300].Select(Encoding.Latin1.GetString),
        Pieces.Array[0, 80].Select(string.Concat));

    // A body from the corpus with parts removed, repeated or replaced.
    private static readonly Gen<string> Mutated = Gen.Select(Gen.Int[0, Rows.Count - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], Gen.OneOf(Pieces, Gen.String[0, 5])).Array[1, 5])
        .Select((row, edits) =>
        {
            string body = Rows[row].Error.Body!;
            foreach ((double where, int removed, string inserted) in edits)
            {
                int at = (int)(where * body.Length);
                body = body[..at] + inserted + body[Math.Min(body.Length, at + removed)..];
            }

            return body;
        });

    private static readonly Gen<string> HintValues = Gen.OneOf(
        Gen.Double.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Long.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.DateTimeOffset.Select(date => date.ToString("r", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.DateTimeOffset.Select(date => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Select(Gen.UInt, OneOf("s", "ms", "m", "h", "m0s", " seconds", "d", "ns")).Select((number, unit) => $"{number}{unit}"),
        Gen.String[0, 20]);

    [Fact]
    public void No_input_throws_and_every_failure_is_within_its_bounds() =>
        Gen.Select(Statuses, Gen.OneOf(Noise, Mutated), Gen.Select(HeaderNames, Gen.OneOf(HintValues, Noise)).Array[0, 4], Gen.OneOf(Noise, Gen.Const("")))
            .Sample(
                (status, body, headers, message) => Check(FailureClassifier.Classify(new ProviderError
                {
                    StatusCode = status,
                    Body = body,
                    Headers = headers.Select(header => new KeyValuePair<string, string>(header.Item1, header.Item2)),
                    Code = message.Length < 100 ? message : null,
                    Message = message,
                })),
                iter: Iterations.Or(5_000));

    [Fact]
    public void No_exception_message_throws() =>
        Gen.OneOf(Noise, Mutated).Sample(
            text =>
            {
                Check(FailureClassifier.Classify(new HttpRequestException(text), TestContext.Current.CancellationToken));
                Check(FailureClassifier.Classify(new FormatException(text), TestContext.Current.CancellationToken));
            },
            iter: Iterations.Or(5_000));

    [Fact]
    public void A_wait_is_within_its_limit_whatever_is_sent() =>
        Gen.Select(HintValues, HeaderNames, OneOf("retryDelay", "retry_after", "resets_at", "retry_after_ms", "message")).Sample(
            (value, header, field) => Check(FailureClassifier.Classify(new ProviderError
            {
                StatusCode = 429,
                Headers = [new(header, value)],
                Body = $$$"""{"error":{"{{{field}}}":{{{System.Text.Json.JsonSerializer.Serialize("try again in " + value)}}},"reset_at":{{{System.Text.Json.JsonSerializer.Serialize(value)}}}}}""",
            })),
            iter: Iterations.Or(5_000));

    [Fact]
    public void No_key_remains_wherever_it_is_inserted() =>
        Gen.Select(Gen.Int[0, SecretShapes.All.Length - 1], Gen.Int[0, 40], Gen.Int[0, 9], Gen.OneOf(Noise, Mutated), Gen.Double[0, 1]).Sample(
            (shape, more, place, text, where) =>
            {
                string key = FakeKeys.Of(SecretShapes.All[shape], more);
                string json = System.Text.Json.JsonSerializer.Serialize(text + " " + key + " tail");
                ProviderError error = place switch
                {
                    0 => new() { Body = $$$"""{"error":{"message":{{{json}}}}}""" },
                    1 => new() { Body = $$$"""{"error":{"code":"{{{key}}}","message":"x"}}""" },
                    2 => new() { Body = $$$"""{"error":{"type":"invalid_api_key","detail":"{{{key}}}","title":"{{{key}}}"}}""" },
                    3 => new() { Body = $"{text} {key} {text}" },
                    4 => new() { Message = $"Incorrect API key provided: {key}." },
                    5 => new() { Code = key, Message = key },
                    6 => new() { Headers = [new("x-error-message", $"Bearer {key}"), new("x-error-code", key)] },
                    7 => new() { Body = $"<html><title>{key}</title>" },
                    8 => new() { Body = $$$"""{"error":{"metadata":{"raw":{{{json}}}},"message":"Provider returned error"}}""" },
                    _ => new() { Body = text.Insert((int)(where * text.Length), $" {key} ") },
                };
                Failure failure = FailureClassifier.Classify(error);
                string said = $"{failure} {failure.Code} {failure.Message} {failure.Evidence}";
                Assert.False(said.Contains(key, StringComparison.OrdinalIgnoreCase), $"place {place}: {said}");
            },
            iter: Iterations.Or(5_000));

    [Fact]
    public void Redacting_twice_changes_nothing() =>
        Gen.Select(Noise, Gen.Int[0, SecretShapes.All.Length - 1], Noise).Sample(
            (before, shape, after) =>
            {
                string once = SecretRedaction.Redact($"{before} {FakeKeys.Of(SecretShapes.All[shape])} {after}");
                Assert.Equal(once, SecretRedaction.Redact(once));
            },
            iter: Iterations.Or(5_000));

    [Fact]
    public void Case_and_punctuation_of_codes_make_no_difference() =>
        Gen.Select(OneOf("insufficient_quota", "context_length_exceeded", "model_not_found", "rate_limit_exceeded", "overloaded_error", "invalid_api_key"), Gen.Int[0, 3])
            .Sample(
                (code, form) =>
                {
                    string written = form switch
                    {
                        0 => code.ToUpperInvariant(),
                        1 => code.Replace('_', '-'),
                        2 => code.Replace('_', '.'),
                        _ => string.Concat(code.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
                    };
                    Assert.Equal(FailureClassifier.Classify(new ProviderError { Code = code }).Kind, FailureClassifier.Classify(new ProviderError { Code = written }).Kind);
                },
                iter: Iterations.Or(200));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void Check(Failure failure)
    {
        Assert.True(Enum.IsDefined(failure.Kind));
        Assert.True(failure.RetryAfter is null || (failure.RetryAfter > TimeSpan.Zero && failure.RetryAfter <= RetryHint.LongestOf(failure.Kind)), $"{failure.RetryAfter}");
        Assert.True(failure.ResetsAt is null || failure.RetryAfter is not null);
        Assert.True(failure.StatusCode is null or (> 0 and <= 999));
        Assert.NotEmpty(failure.Evidence!);
        foreach (string text in new[] { failure.Code, failure.Message, failure.Evidence }.OfType<string>())
        {
            Assert.True(text.Length <= 500);
            Assert.DoesNotContain(text, c => char.IsControl(c) || char.IsSurrogate(c));
        }
    }
}
