using System.Text.Json;

namespace FailScope.Tests.Failures;

/// <summary>A 401 or 403 retires a key only if its body is about the key, or has no text.</summary>
public sealed class RefusalTests
{
    private static readonly int[] Statuses = [400, 401, 402, 403, 429];

    private static Failure Classify(int status, string? body) => FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = body });

    private static string Message(string text) => $$$"""{"error":{"message":{{{JsonSerializer.Serialize(text)}}}}}""";

    [Fact]
    public void A_sentence_about_anything_else_never_retires_a_key_in_any_envelope_with_any_status()
    {
        IReadOnlyList<Envelope> envelopes = Envelope.OfCorpus(exceptOf: FailureKind.AuthenticationFailed);
        Assert.True(envelopes.Count > 60, $"The corpus has only {envelopes.Count} envelopes.");
        string[] phrases = [.. Sentences.OnePerPhraseOf(IsAboutAnythingElse)];
        Assert.True(phrases.Length > 200, $"The tables have only {phrases.Length} phrases.");
        Parallel.For(0, phrases.Length, i =>
        {
            for (int j = 0; j < envelopes.Count; j++)
            {
                AssertNotAboutTheKey(Statuses[(i + j) % Statuses.Length], envelopes[j].With(phrases[i]));
            }
        });

        // Also every wording of a phrase, with every status.
        Parallel.ForEach(Sentences.Of(IsAboutAnythingElse), (sentence, _, i) =>
        {
            foreach (int status in Statuses)
            {
                AssertNotAboutTheKey(status, envelopes[(int)((i + status) % envelopes.Count)].With(sentence));
            }
        });

        static bool IsAboutAnythingElse(PhraseRow row) => row.Kind != FailureKind.AuthenticationFailed;
    }

    [Fact]
    public void A_single_word_about_anything_else_never_retires_a_key_although_the_sentence_names_it()
    {
        foreach (string sentence in Sentences.OfWordsAboutAnythingElse())
        {
            foreach (int status in Statuses)
            {
                AssertNotAboutTheKey(status, Message(sentence));
            }
        }
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_refusal_without_text_is_about_the_key(int status) =>
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
    public void Text_about_something_else_is_about_that_even_if_it_names_a_key(string text, FailureKind kind)
    {
        Assert.Equal(kind, Classify(401, Message(text)).Kind);
        Assert.Equal(kind, Classify(403, Message(text)).Kind);
        Assert.Equal(kind, Classify(403, $$$"""{"error":{"type":"permission_error","message":{{{JsonSerializer.Serialize(text)}}}}}""").Kind);
        Assert.Equal(kind, Classify(401, $$$"""{"error":{"type":"authentication_error","message":{{{JsonSerializer.Serialize(text)}}}}}""").Kind);
    }

    [Theory]
    [InlineData("spend_exceeded", FailureKind.CreditExhausted)]
    [InlineData("region_not_served", FailureKind.ModelUnavailable)]
    [InlineData("one_gateway_error", FailureKind.AuthenticationFailed)]
    public void An_unknown_code_without_a_message_under_403_is_classified_by_its_words(string code, FailureKind kind) =>
        Assert.Equal(kind, Classify(403, $$"""{"error":"{{code}}"}""").Kind);

    [Theory]
    [InlineData("API key group platform is not gemini")]
    [InlineData("No usable credentials for the provider")]
    [InlineData("Your organization has other settings")]
    public void A_400_about_the_sender_is_not_the_fault_of_the_request(string text)
    {
        Assert.Equal(FailureKind.ModelUnavailable, Classify(400, Message(text)).Kind);
        Assert.Equal(FailureKind.InvalidRequest, Classify(400, Message("The field 'tools' has another form")).Kind);
    }

    [Theory]
    [InlineData("Invalid token '<' in JSON at position 3")]
    [InlineData("logit_bias: unknown token 50300")]
    [InlineData("messages.3.content.0: Invalid `signature` in `thinking` block")]
    [InlineData("Invalid `signature` in `thinking` block")]
    [InlineData("tools.0: user not found")]
    [InlineData("Bad token id 32001 for this tokenizer")]
    public void A_token_or_signature_inside_the_request_is_not_the_key(string text)
    {
        Assert.Equal(FailureKind.InvalidRequest, Classify(400, Message(text)).Kind);
        Assert.Equal(FailureKind.InvalidRequest, Classify(422, $$$"""{"type":"error","error":{"type":"invalid_request_error","message":{{{JsonSerializer.Serialize(text)}}}}}""").Kind);
    }

    [Theory]
    [InlineData("Invalid token")]
    [InlineData("Invalid API key in the field messages_key")]
    public void A_token_without_a_place_in_the_request_is_the_key(string text) => Assert.Equal(FailureKind.AuthenticationFailed, Classify(400, Message(text)).Kind);

    [Theory]
    [InlineData("vendor-x is not offered here for your account")]
    [InlineData("Only some users of the organization may do this")]
    [InlineData("You have used up 100 tokens and 3 images of the project")]
    public void A_sentence_that_only_mentions_an_account_or_tokens_does_not_retire_the_key(string text)
    {
        Assert.NotEqual(FailureKind.AuthenticationFailed, Classify(401, Message(text)).Kind);
        Assert.NotEqual(FailureKind.AuthenticationFailed, Classify(403, Message(text)).Kind);
    }

    [Fact]
    public void A_budget_of_one_model_says_nothing_about_the_key_and_its_account()
    {
        Assert.Equal(FailureKind.KeyBudgetExhausted, Classify(400, Message("Virtual key dev, exceeded budget. Spend: 3")).Kind);
        Assert.Equal(FailureKind.ModelUnavailable, Classify(400, Message("Virtual key dev, exceeded budget for model=gpt-4o. Spend: 3")).Kind);
    }

    [Fact]
    public void Text_about_nothing_known_does_not_retire_the_key()
    {
        const string Text = "Only for certain agents";
        Failure failure = Classify(403, Message(Text));
        Assert.Equal((FailureKind.ModelUnavailable, "status 403 with words about no key"), (failure.Kind, failure.Evidence));
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(401, $$$"""{"error":{"type":"authentication_error","message":"{{{Text}}}"}}""").Kind);
        Assert.Equal(FailureKind.ModelUnavailable, Classify(403, $$$"""{"error":{"type":"permission_error","message":"{{{Text}}}"}}""").Kind);
    }

    [Theory]
    [InlineData(401, "Authentication Error, ExceededTokenBudget: Max Budget for Token: 2e-07", FailureKind.KeyBudgetExhausted)]
    [InlineData(401, "Authentication Error, the balance of your team is empty", FailureKind.CreditExhausted)]
    [InlineData(401, "Authentication failed: this model needs another plan", FailureKind.ModelUnavailable)]
    [InlineData(401, "Authentication failed", FailureKind.AuthenticationFailed)]
    [InlineData(400, "Authentication failed", FailureKind.AuthenticationFailed)]
    [InlineData(429, "Authentication error", FailureKind.RateLimited)]
    public void A_sentence_that_only_says_refused_is_as_weak_as_the_status(int status, string text, FailureKind kind) =>
        Assert.Equal(kind, Classify(status, Message(text)).Kind);

    [Fact]
    public void A_response_that_only_names_a_model_is_about_the_model()
    {
        Failure failure = Classify(403, """{"model":"vendor/x"}""");
        Assert.Equal((FailureKind.ModelUnavailable, "status 403 with the name of a model alone"), (failure.Kind, failure.Evidence));
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(401, """{"model":"vendor/x","error":"Unauthorized"}""").Kind);
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(403, """{"model":"vendor/x","message":"Forbidden"}""").Kind);
    }

    [Theory]
    [InlineData("您的额度不够", FailureKind.CreditExhausted)]
    [InlineData("当前套餐无权使用", FailureKind.ModelUnavailable)]
    [InlineData("请先完成实名", FailureKind.ModelUnavailable)]
    [InlineData("已达上限", FailureKind.RateLimited)]
    [InlineData("没有权限", FailureKind.AuthenticationFailed)]
    [InlineData("用户已被封禁", FailureKind.AuthenticationFailed)]
    public void Words_without_spaces_between_them_are_found_too(string text, FailureKind kind) => Assert.Equal(kind, Classify(403, Message(text)).Kind);

    [Theory]
    [InlineData("it did not work", FailureKind.AuthenticationFailed)]
    [InlineData("the budget is gone", FailureKind.CreditExhausted)]
    [InlineData("no model of that name for you", FailureKind.ModelUnavailable)]
    public void The_message_of_an_exception_without_a_body_may_not_be_the_providers(string message, FailureKind kind)
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
    public void A_word_in_a_URL_or_inside_another_word_is_ignored(string text) =>
        Assert.Equal(FailureKind.AuthenticationFailed, Classify(403, Message(text)).Kind);

    [Fact]
    public void A_short_sentence_in_place_of_a_code_is_read_as_a_sentence()
    {
        Assert.Equal(FailureKind.UsageLimitReached, Classify(429, """{"error":"Rate limit exceeded for this api key"}""").Kind);
        Assert.Equal(FailureKind.ModelUnavailable, Classify(403, """{"error":"This api key has no such model"}""").Kind);
    }

    private static void AssertNotAboutTheKey(int status, string body)
    {
        Failure failure = Classify(status, body);
        Assert.False(failure.Kind == FailureKind.AuthenticationFailed, $"{status} {body} is {failure}");
    }
}
