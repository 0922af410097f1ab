using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using FailScope.Tests.Failures.Corpus;

namespace FailScope.Tests.Failures.Fuzz;

/// <summary>
/// Runs the classifier on anything that a socket can deliver. <c>CsCheck_Iter</c> sets the number of inputs for each property; 1,000,000
/// for the full test.
/// </summary>
public sealed class ClassifierFuzz
{
    /// <summary>The number of characters of a body that are read.</summary>
    private const int Read = 128 * 1024;

    // What one classification may allocate: a constant for its own objects and exceptions, and a multiple of what it reads.
    private const long Fixed = 256 * 1024;
    private const long PerCharacter = 64;

    private static readonly long Inputs = Iterations.Or(3_000);

    private static readonly Gen<string> Delimiter = Bytes.Pick(
        " ", "\"", "'", "`", "=", ": ", "\n", "\t", "(", "<", ",", ";", "&", "?key=", "Bearer ", "\\\"", "\u00A0", "{", "[", "/", "\\n", "\\t", "\\u0022", "“", "。", "|", "•", "\u2028", "@", "#", "+", "*", "%");

    private static readonly Gen<string> Padding = Gen.Frequency((6, Gen.Const("")), (2, Gen.String[0, 40]), (1, Gen.Int[3_900, 4_200].Select(length => new string(' ', length))), (1, Gen.Int[450, 4_200].Select(length => string.Concat(Enumerable.Repeat("word ", length / 5)))));

    [Fact]
    public void No_bytes_throw_cost_too_much_or_give_two_different_results()
    {
        long inputs = 0;
        long most = 0;
        Gen.Select(Bytes.Status, Bytes.Any, Gen.Int[0, 6], Bytes.Headers, Gen.Int[0, 9]).Sample(
            (status, bytes, form, headers, way) =>
            {
                string body = Bytes.Decode(bytes, form);
                int length = Math.Min(Read, body.Length) + headers.Sum(header => header.Key.Length + header.Value.Length);
                Failure first = Classify(status, body, headers, way, out _);
                Failure second = Classify(status, body, headers, way, out long allocated);
                Assert.Equal(Describe(first), Describe(second));
                Assert.InRange(allocated, 0, Fixed + (PerCharacter * length));
                CheckShape(first);
                Interlocked.Increment(ref inputs);
                InterlockedMax(ref most, allocated);
            },
            iter: Inputs);
        Say($"{inputs:N0} inputs, each classified twice: no exception, no difference; at most {most:N0} bytes allocated for one.");
    }

    [Fact]
    public void Data_after_the_first_part_of_a_body_costs_and_changes_nothing()
    {
        long inputs = Math.Max(1, Iterations.Or(100_000) / 5_000);
        Gen.Select(Bytes.Any, Gen.Int[0, 4], Gen.Byte.Array[1, 40], Gen.Bool).Sample(
            (start, form, unit, isFilled) =>
            {
                // Ten megabytes, of which the last part is not read: either one response followed by spaces, or the same one repeatedly.
                string repeated = Bytes.Decode([.. start, .. unit, (byte)' ', (byte)' '], form);
                string known = repeated + (isFilled ? string.Concat(Enumerable.Repeat(repeated, (Read / repeated.Length) + 1)) : new string(' ', Read));
                string first = known[..Read];
                string large = known + new string('x', (10 * 1024 * 1024) - known.Length);
                Failure expected = Classify(429, first, [], 9, out long allocated);
                Failure failure = Classify(429, large, [], 9, out long allocatedForLarge);
                Assert.Equal(Describe(expected), Describe(failure));
                Assert.InRange(allocatedForLarge, 0, allocated + (64 * 1024));
                Assert.InRange(allocated, 0, Fixed + (PerCharacter * Read));
            },
            iter: inputs);
        Say($"{inputs:N0} bodies of ten megabytes: the same verdict and the same memory as their first {Read:N0} characters.");
    }

    [Fact]
    public void No_inserted_key_appears_in_the_output()
    {
        long inputs = 0;
        Gen.Select(
            Gen.Select(Gen.Int[-3, SecretShapes.All.Length - 1], Gen.Int[0, 40], Delimiter, Delimiter),
            Gen.Select(Gen.Int[0, 15], Padding, Padding, Bytes.Any),
            Gen.Double[0, 1]).Sample(
            (key, place, where) =>
            {
                string secret = MakeKey(key.Item1, key.Item2);
                Failure failure = Plant(secret, key.Item3, key.Item4, place.Item1, place.Item2, place.Item3, place.Item4, where);
                string said = $"{failure} {failure.Code} {failure.Message} {failure.Evidence}";
                Assert.False(Leaks(said, key.Item1 < 0 ? secret : secret[SecretShapes.All[key.Item1].Prefix.Length..]), $"place {place.Item1}, after '{key.Item3}', of '{secret}': {said}");
                Interlocked.Increment(ref inputs);
            },
            iter: Inputs);
        Say($"{inputs:N0} keys planted in bodies, headers, codes and exceptions: none came out, nor twelve characters of one.");
    }

    [Fact]
    public void White_space_around_a_body_and_the_order_of_its_fields_make_no_difference()
    {
        long inputs = 0;
        ProviderErrorRow[] rows = [.. Bytes.Rows.Where(row => row.Error.Body is ['{' or '[', ..] body && IsJson(body))];
        Gen.Select(Gen.Int[0, rows.Length - 1], Gen.Int, Bytes.Pick("", " ", "\n", "\r\n", " \t\r\n ", "\n\n\n"), Gen.Bool).Sample(
            (row, seed, blanks, isIndented) =>
            {
                JsonNode shuffled = Shuffle(JsonNode.Parse(rows[row].Error.Body!)!, new Random(seed));
                string body = blanks + shuffled.ToJsonString(isIndented ? Indented : JsonSerializerOptions.Default) + blanks;
                Failure failure = FailureClassifier.Classify(new ProviderError { StatusCode = rows[row].Error.StatusCode, Headers = rows[row].Error.Headers, Body = body });
                Assert.True(rows[row].Kind == failure.Kind, $"{rows[row].Name}: {rows[row].Kind} became {failure}. {body}");
                Interlocked.Increment(ref inputs);
            },
            iter: Inputs);
        Say($"{inputs:N0} answers of {rows.Length} kinds with fields in another order and blanks between: no verdict changed.");
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static Failure Classify(int? status, string body, KeyValuePair<string, string>[] headers, int way, out long allocated)
    {
        Exception? exception = way switch
        {
            0 => new HttpRequestException(body),
            1 => new HttpRequestException(HttpRequestError.Unknown, body, null, status is > 0 and < 1000 ? (System.Net.HttpStatusCode)status : null),
            2 => new Exception("Error code: 400 - " + body),
            3 => new AggregateException(new IOException(body), new InvalidOperationException("x", new Exception(body))),
            _ => null,
        };
        var error = new ProviderError { StatusCode = status, Body = body, Headers = headers, Code = way == 4 ? body : null, Message = way == 5 ? body : null };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Failure failure = exception is null ? FailureClassifier.Classify(error) : FailureClassifier.Classify(exception);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return failure;
    }

    // Times are relative to now, which changes, so only the presence of a wait is compared.
    private static string Describe(Failure failure) =>
        $"{failure.Kind} {failure.StatusCode} {failure.RetryAfter is not null} {failure.ResetsAt is not null} {failure.Code} {failure.Message} {failure.Evidence}";

    private static void CheckShape(Failure failure)
    {
        Assert.True(Enum.IsDefined(failure.Kind) && failure.Kind != FailureKind.Cancelled);
        Assert.True(failure.RetryAfter is null || (failure.RetryAfter > TimeSpan.Zero && failure.RetryAfter <= RetryHint.LongestOf(failure.Kind)));
        Assert.True((failure.Code?.Length ?? 0) <= 100 && (failure.Message?.Length ?? 0) <= 500 && failure.Evidence is { Length: > 0 and <= 500 });
        string said = failure.Code + failure.Message + failure.Evidence;
        Assert.False(said.Any(c => char.IsControl(c) || char.IsSurrogate(c)), said);
    }

    private static string MakeKey(int shape, int more) => shape switch
    {
        // Keys without a prefix: Azure and Mistral, Cohere and Together.
        -3 => FakeKeys.Run(KeyAlphabet.Alphanumeric, 32 + more),
        -2 => FakeKeys.Run(KeyAlphabet.Hex, 32 + more),
        -1 => FakeKeys.Run(KeyAlphabet.Alphanumeric, 40 + more),
        _ => FakeKeys.Of(SecretShapes.All[shape], more),
    };

    private static Failure Plant(string key, string before, string after, int place, string head, string tail, byte[] bytes, double where)
    {
        string text = $"{head}{before}{key}{after}{tail}";
        string json = JsonSerializer.Serialize(text);
        string nested = JsonSerializer.Serialize($$$"""{"error":{"message":{{{json}}},"code":{{{json}}}}}""");
        string body = Encoding.UTF8.GetString(bytes);
        int at = (int)(where * body.Length);
        return place switch
        {
            0 => Of($$$"""{"error":{"message":{{{json}}}}}"""),
            1 => Of($$$"""{"error":{"code":{{{json}}},"type":{{{json}}},"message":"x"}}"""),
            2 => Of($$$$"""{"error":{"message":"Provider returned error","metadata":{"raw":{{{{nested}}}}}}}"""),
            3 => Of($$$"""{"message":{{{JsonSerializer.Serialize(nested)}}}}"""),
            4 => Of(text),
            5 => Of($"<html><title>{text}</title>"),
            6 => Of($$$"""data: {"error":{"message":{{{json}}}}}""" + "\n\n"),

            // A key inside a modified response, with its surroundings truncated or quoted in any way.
            7 => Of(body[..at] + before + key + after + body[at..]),
            8 => Of($$$"""{"error":{"message":"\ud800 """ + json[1..^1] + "\"}}"),
            9 => Of("{\"error\":{\"message\":\"" + json[1..^1]),
            10 => FailureClassifier.Classify(new ProviderError { StatusCode = 401, Code = text, Message = text }),
            11 => FailureClassifier.Classify(new ProviderError { StatusCode = 401, Headers = [new("x-error-message", text), new("x-error-code", text), new("x-amzn-errortype", text), new("retry-after", text), new(text, text)] }),
            12 => FailureClassifier.Classify(new HttpRequestException(text), CancellationToken.None),
            13 => FailureClassifier.Classify(new AggregateException(text, new IOException(text, new Exception(text))), CancellationToken.None),
            14 => FailureClassifier.Classify(new InvalidOperationException($"Error code: 401 - {nested}"), CancellationToken.None),
            _ => FailureClassifier.Classify(new FormatException(text), CancellationToken.None),
        };

        static Failure Of(string body) => FailureClassifier.Classify(new ProviderError { StatusCode = 401, Body = body });
    }

    // Twelve equal characters in a row are no coincidence. The common prefix of a provider's keys is not secret.
    private static bool Leaks(string said, string key)
    {
        const int Window = 12;
        for (int at = 0; at + Window <= key.Length; at++)
        {
            if (said.AsSpan().Contains(key.AsSpan(at, Window), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonNode Shuffle(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject fields:
                KeyValuePair<string, JsonNode?>[] order = [.. fields.Select(field => new KeyValuePair<string, JsonNode?>(field.Key, field.Value is null ? null : Shuffle(field.Value, random)))];
                random.Shuffle(order);
                return new JsonObject(order);
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Shuffle(item, random))]);
            default:
                return node.DeepClone();
        }
    }

    private static bool IsJson(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (long seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
