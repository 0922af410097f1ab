using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using FailScope.Tests.Failures.Corpus;

namespace FailScope.Tests.Failures;

/// <summary>A 401 or a 403 condemns a key only where its body speaks of the key, or says nothing.</summary>
public sealed class RefusalTests
{
    private const string Placeholder = "\u2603";

    private static readonly int[] Statuses = [400, 401, 402, 403, 429];

    private static Failure Classify(int status, string? body) => FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = body });

    private static string Message(string text) => $$$"""{"error":{"message":{{{JsonSerializer.Serialize(text)}}}}}""";

    [Fact]
    public void A_phrase_about_anything_else_never_condemns_a_key()
    {
        string[] envelopes = [.. Envelopes()];
        Assert.True(envelopes.Length > 40, $"The corpus has only {envelopes.Length} envelopes.");
        Gen.Select(OneOf([.. SentencesAboutAnythingElse()]), OneOf(envelopes), OneOf(Statuses)).Sample(
            (sentence, envelope, status) =>
            {
                string body = envelope.Replace(Placeholder, JsonSerializer.Serialize($"So {sentence}")[1..^1], StringComparison.Ordinal);
                Failure failure = Classify(status, body);
                Assert.False(failure.Kind == FailureKind.AuthenticationFailed, $"{status} {body} is {failure}");
            },
            iter: Iterations.Or(30_000));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_refusal_without_words_is_about_the_key(int status) =>
        Assert.All([null, "", "{}", """{"error":null}""", """{"code":"401"}"""], body => Assert.Equal(FailureKind.AuthenticationFailed, Classify(status, body).Kind));

    [Theory]
    [InlineData("Forbidden")]
    [InlineData("Unauthorized")]
    [InlineData("Access denied.")]
    [InlineData("The caller does not have permission")]
    [InlineData("Your API key does not have permission to use the specified resource.")]
    [InlineData("The `models` permission is required to access this endpoint")]
    [InlineData("Jwt is missing")]
    [InlineData("Please log in again")]
    [InlineData("Your session has ended")]
    [InlineData("Response status code does not indicate success: 403 (Forbidden).")]
    [InlineData("Response status code does not indicate success: 401.")]
    public void Words_about_a_key_or_permission_are_about_the_key(string text)
    {
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(401, Message(text)).Kind);
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(403, Message(text)).Kind);
    }

    [Theory]
    [InlineData("Workspace budget reached for this month", FailureKind.CreditExhausted)]
    [InlineData("Your token's quota is gone", FailureKind.CreditExhausted)]
    [InlineData("No spending is possible", FailureKind.CreditExhausted)]
    [InlineData("The free quota of this key has been used up", FailureKind.FreeQuotaExhausted)]
    [InlineData("The monthly requests limit of this plan is reached", FailureKind.UsageLimitReached)]
    [InlineData("Your organization must be verified to stream this model", FailureKind.ModelUnavailable)]
    [InlineData("Verify your account to continue.", FailureKind.ModelUnavailable)]
    [InlineData("Accept the terms for your account first", FailureKind.ModelUnavailable)]
    [InlineData("Your account's plan has no API access", FailureKind.ModelUnavailable)]
    [InlineData("Not for users of this region", FailureKind.ModelUnavailable)]
    [InlineData("Access denied. Please check your network settings.", FailureKind.ProviderUnreachable)]
    [InlineData("Some limit of your account", FailureKind.RateLimited)]
    public void Words_about_something_else_are_about_that_also_beside_a_key(string text, FailureKind kind)
    {
        Assert.Equal(kind, Classify(401, Message(text)).Kind);
        Assert.Equal(kind, Classify(403, Message(text)).Kind);
        Assert.Equal(kind, Classify(403, $$$"""{"error":{"type":"permission_error","message":{{{JsonSerializer.Serialize(text)}}}}}""").Kind);
        Assert.Equal(kind, Classify(401, $$$"""{"error":{"type":"authentication_error","message":{{{JsonSerializer.Serialize(text)}}}}}""").Kind);
    }

    [Fact]
    public void Words_about_nothing_that_is_known_leave_the_key_alone()
    {
        const string Text = "Only for certain agents";
        Failure failure = Classify(403, Message(Text));
        Assert.Equal((FailureKind.ModelUnavailable, "status 403 with words about no key"), (failure.Kind, failure.Evidence));
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(401, $$$"""{"error":{"type":"authentication_error","message":"{{{Text}}}"}}""").Kind);
        Assert.Equal(FailureKind.ModelUnavailable, Classify(403, $$$"""{"error":{"type":"permission_error","message":"{{{Text}}}"}}""").Kind);
    }

    [Theory]
    [InlineData("it did not work", FailureKind.AuthenticationFailed)]
    [InlineData("the budget is gone", FailureKind.CreditExhausted)]
    [InlineData("no model of that name for you", FailureKind.ModelUnavailable)]
    public void The_message_of_an_exception_without_a_body_may_say_nothing_of_the_providers(string message, FailureKind kind)
    {
        var exception = new HttpRequestException(message, null, System.Net.HttpStatusCode.Unauthorized);
        Assert.Equal(kind, FailureClassifier.Classify(exception, TestContext.Current.CancellationToken).Kind);
    }

    [Fact]
    public void The_word_that_decided_is_the_evidence() =>
        Assert.Equal("word \"budget\" beside status 403", Classify(403, Message("Your budget")).Evidence);

    [Theory]
    [InlineData("Forbidden, see https://provider.example/billing/limits")]
    [InlineData("Forbidden by the planner")]
    public void A_word_in_an_address_or_inside_another_word_does_not_count(string text) =>
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(403, Message(text)).Kind);

    [Fact]
    public void A_short_sentence_in_place_of_a_code_is_read_as_a_sentence()
    {
        Assert.Equal(FailureKind.UsageLimitReached, Classify(429, """{"error":"Rate limit exceeded for this api key"}""").Kind);
        Assert.Equal(FailureKind.ModelUnavailable, Classify(403, """{"error":"This api key has no such model"}""").Kind);
    }

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // Each phrase that is not about keys, with each of its beginnings and each of its endings.
    private static IEnumerable<string> SentencesAboutAnythingElse()
    {
        foreach (Phrase phrase in PhraseTable.Rows.Where(row => row.Kind != FailureKind.AuthenticationFailed).SelectMany(row => row.Phrases))
        {
            foreach (string beginning in phrase.Beginnings)
            {
                yield return phrase.Endings.Count == 0 ? beginning : $"{beginning} x {phrase.Endings[0]}";
            }

            foreach (string ending in phrase.Endings.Skip(1))
            {
                yield return $"{phrase.Beginnings[0]} x {ending}";
            }
        }
    }

    // Every form of body in the corpus, with a placeholder for its sentence. A code that names the key speaks of the key.
    private static HashSet<string> Envelopes()
    {
        var envelopes = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProviderErrorRow row in ProviderErrorRow.ReadOwn())
        {
            JsonNode? body = ParseObject(row.Error.Body!);
            if (body is not null && ReplaceSentences(body))
            {
                string envelope = body.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
                ErrorEvidence evidence = EvidenceReader.Read(new ProviderError { Body = envelope });
                if (!evidence.Codes.Any(code => CodeRules.TryRead(code, evidence, out CodeVerdict verdict) && verdict is { IsWeak: false, Verdict.Kind: FailureKind.AuthenticationFailed }))
                {
                    envelopes.Add(envelope);
                }
            }
        }

        return envelopes;
    }

    private static JsonNode? ParseObject(string body)
    {
        try
        {
            return body.StartsWith('{') ? JsonNode.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool ReplaceSentences(JsonNode node)
    {
        bool isAny = false;
        foreach ((string name, JsonNode? value) in node.AsObject().ToArray())
        {
            if (value is JsonObject)
            {
                isAny |= ReplaceSentences(value);
            }
            else if (value is JsonValue text && text.TryGetValue(out string? sentence) && sentence.Contains(' ', StringComparison.Ordinal) && FieldNames.IsText(FieldNames.Reduce(name)))
            {
                node[name] = Placeholder;
                isAny = true;
            }
        }

        return isAny;
    }
}
