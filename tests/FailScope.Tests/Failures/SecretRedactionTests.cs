namespace FailScope.Tests.Failures;

public sealed class SecretRedactionTests
{
    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, SecretShapes.All.Length)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_key_in_any_known_format_is_redacted_anywhere(int index)
    {
        string key = FakeKeys.Of(SecretShapes.All[index], more: 5);
        Assert.Equal("[redacted]", SecretRedaction.Redact(key));
        Assert.Equal("The key ([redacted]) is bad.", SecretRedaction.Redact($"The key ({key}) is bad."));
        Assert.Equal("{\"k\":\"[redacted]\"}", SecretRedaction.Redact($"{{\"k\":\"{key}\"}}"));
        Assert.Equal("x=[redacted]&y=1", SecretRedaction.Redact($"x={key}&y=1"));
    }

    [Theory]
    [InlineData("Incorrect API key provided: sk-abc***xyz. You can", "Incorrect API key provided: [redacted]. You can")]
    [InlineData("Incorrect API key provided: xa***jU.", "Incorrect API key provided: [redacted].")]
    [InlineData("Your api key: ****abcd is invalid", "Your api key: [redacted] is invalid")]
    [InlineData("Authorization: Bearer abc123def", "Authorization: Bearer [redacted]")]
    [InlineData("authorization: basic dXNlcjpwYXNzMQ==", "authorization: basic [redacted]")]
    [InlineData("https://host/v1?key=abc123def&alt=sse", "https://host/v1?key=[redacted]&alt=sse")]
    [InlineData("https://host/v1?api_key=abc123def456", "https://host/v1?api_key=[redacted]")]
    [InlineData("x-api-key: 0a1b2c3d4e", "x-api-key: [redacted]")]
    [InlineData("""{"api_key": "abc123def"}""", """{"api_key": "[redacted]"}""")]
    [InlineData("the token a1b2c3d4e5f6a7b8c9d0 expired", "the token [redacted] expired")]
    [InlineData("https://me:pass1@host/v1", "https://[redacted]@host/v1")]
    [InlineData("key 0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e", "key [redacted]")]
    [InlineData("resource 0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d at azure", "resource [redacted] at azure")]
    [InlineData("""said:\nsk-abc123def""", """said:\n[redacted]""")]
    [InlineData("""said \u003Csk-abc123def\u003E""", """said \u003C[redacted]\u003E""")]
    [InlineData("https://host/v1?q%3Dsk-abc123def", "https://host/v1?q%3D[redacted]")]
    [InlineData("key==abc123def==", "key==[redacted]")]
    [InlineData("sk-abc123def and sk-123abc456 are two", "[redacted] and [redacted] are two")]
    [InlineData("""\nsk-abc123def""", """\n[redacted]""")]
    [InlineData("""\u003Csk-abc123def""", """\u003C[redacted]""")]
    [InlineData("%3Dsk-abc123def", "%3D[redacted]")]
    [InlineData("sk-abc123", "[redacted]")]
    [InlineData("key: abc123", "key: [redacted]")]
    [InlineData("the token a1b2c3d4e5f6a7b8 expired", "the token [redacted] expired")]
    [InlineData("key: abcdefghabcdefghabcdefghabcdefgh", "key: [redacted]")]
    [InlineData("://me:pass1@host", "://[redacted]@host")]
    [InlineData("https://me:pass1@host", "https://[redacted]@host")]
    public void Text_in_the_position_of_a_secret_is_redacted(string text, string redacted) => Assert.Equal(redacted, SecretRedaction.Redact(text));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("Please pass a valid API key.")]
    [InlineData("API key not valid. Please pass a valid API key.")]
    [InlineData("Invalid API key: please check the dashboard")]
    [InlineData("Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys")]
    [InlineData("model token limit: 131072 (requested: 150000)")]
    [InlineData("maximum number of tokens: 1048576")]
    [InlineData("The model `claude-3-5-sonnet-20241022` does not exist")]
    [InlineData("accounts/fireworks/models/deepseek-r1-distill-llama-70b-instruct-fp8")]
    [InlineData("request id a1b2c3d4-e5f6-4711-8899-aabbccddeeff")]
    [InlineData("resp_689bcf18d7f08194bf3440ba62fe05d803fee0cdac429894 failed")]
    [InlineData("Request id: 0217890245221013d7610217890245221013d761")]
    [InlineData("ModelAccountRpmRateLimitExceededByFar")]
    [InlineData("unsupported_country_region_territory")]
    [InlineData("https://platform.openai.com/docs/guides/error-codes/api-errors")]
    [InlineData("Unexpected token llama3")]
    [InlineData("sk-abc12")]
    [InlineData("key: abc12")]
    [InlineData("the token a1b2c3d4e5f6a7b expired")]
    [InlineData("https://host/a:b@c")]
    [InlineData("https://host?a:b@c")]
    [InlineData("https://host#a:b@c")]
    [InlineData("https://me@host/v1")]
    [InlineData("the page https://host a:b@c")]
    public void Text_that_explains_a_failure_is_kept(string text) => Assert.Equal(text, SecretRedaction.Redact(text));

    [Fact]
    public void A_key_at_the_cut_of_a_message_does_not_remain_in_part()
    {
        string key = "sk-" + FakeKeys.Run(KeyAlphabet.Alphanumeric, 48);
        for (int padding = 440; padding < 510; padding++)
        {
            string message = FailureClassifier.Classify(new ProviderError { Message = new string('.', padding) + " " + key }).Message!;
            Assert.DoesNotContain(key[..10], message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_URL_without_a_host_contains_no_password() =>
        Assert.Equal("see file:///a:b@c", SecretRedaction.Redact("see file:///a:b@c"));

    [Fact]
    public void A_key_after_many_spaces_is_not_cut_into_an_unrecognizable_part()
    {
        string key = FakeKeys.Run(KeyAlphabet.Alphanumeric, 40);

        // A text is cut after 4,000 characters: before the key, at each of its characters, and after it.
        for (int padding = 3_950; padding < 4_005; padding++)
        {
            string message = FailureClassifier.Classify(new ProviderError { Message = "x" + new string(' ', padding) + key }).Message!;
            Assert.DoesNotContain(key[..6], message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_is_also_redacted_in_the_code_and_the_evidence()
    {
        string key = "sk-" + FakeKeys.Run(KeyAlphabet.Alphanumeric, 48);
        Failure failure = FailureClassifier.Classify(new ProviderError { Body = $$$"""{"error":{"code":"invalid_api_key {{{key}}}","type":"{{{key}}}"}}""" });
        Assert.DoesNotContain(key, $"{failure} {failure.Code} {failure.Evidence}", StringComparison.Ordinal);
    }
}
