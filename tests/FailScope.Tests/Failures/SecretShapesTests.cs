namespace FailScope.Tests.Failures;

public sealed class SecretShapesTests
{
    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, SecretShapes.All.Length)];

    private static bool Finds(string text) => SecretShapes.TryFind(text, 0, out _, out _, out _);

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_key_in_any_known_format_is_found_alone_and_in_a_sentence(int index)
    {
        SecretShape shape = SecretShapes.All[index];
        string key = FakeKeys.Of(shape);
        Assert.True(SecretShapes.TryFind(key, 0, out int at, out int length, out string provider));
        Assert.Equal((0, key.Length, shape.Provider), (at, length, provider));

        string text = $"const string Key = \"{key}\"; // mine";
        Assert.True(SecretShapes.TryFind(text, 0, out at, out length, out _));
        Assert.Equal(key, text.Substring(at, length));
        Assert.False(SecretShapes.TryFind(text, at + 1, out _, out _, out _));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_text_that_is_too_short_or_part_of_a_word_is_not_a_key(int index)
    {
        SecretShape shape = SecretShapes.All[index];
        string key = FakeKeys.Of(shape);
        Assert.False(Finds(key[..(shape.Prefix.Length + (shape.MinLength / 2))]));
        Assert.False(Finds("task" + key));
        Assert.False(Finds("my_" + key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk-")]
    [InlineData("sk-your-key-here")]
    [InlineData("sk-your-openai-api-key-goes-here-please-1")]
    [InlineData("sk-proj-replace-me-with-your-own-key-0-of-your-own-account")]
    [InlineData("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk-00000000000000000000000000000000")]
    [InlineData("sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk-or-v1-YOUR_KEY_HERE")]
    [InlineData("<OPENROUTER_API_KEY>")]
    [InlineData("OPENROUTER_API_KEY")]
    [InlineData("AIzaYourKeyHere")]
    [InlineData("hf_transfer")]
    [InlineData("fw_configurationversion2of3")]
    [InlineData("gsk_your_groq_key")]
    [InlineData("eyJ")]
    [InlineData("https://api.openai.com/v1/sk-learn/models")]
    [InlineData("anthropic/claude-sonnet-4.5")]
    [InlineData("meta-llama/llama-3.3-70b-instruct:free")]
    [InlineData("accounts/fireworks/models/llama-v3p1-405b-instruct")]
    [InlineData("us.anthropic.claude-3-5-sonnet-20241022-v2:0")]
    [InlineData("risk-assessment-of-2024-and-2025-with-many-words-in-it")]
    [InlineData("a1b2c3d4-e5f6-4711-8899-aabbccddeeff")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void Text_that_only_resembles_a_key_is_not_found(string text) => Assert.False(Finds(text));

    [Fact]
    public void The_second_key_is_found_after_the_first()
    {
        SecretShape shape = SecretShapes.All[0];
        string key = FakeKeys.Of(shape);
        string text = $"{key} {key}";
        Assert.True(SecretShapes.TryFind(text, key.Length, out int at, out int length, out _));
        Assert.Equal((key.Length + 1, key.Length), (at, length));
        Assert.False(SecretShapes.TryFind(text, text.Length, out at, out length, out string provider));
        Assert.Equal((-1, 0, ""), (at, length, provider));
    }

    [Fact]
    public void The_more_specific_of_two_formats_names_the_provider()
    {
        Assert.True(SecretShapes.TryFind("sk-ant-api03-" + FakeKeys.Run(KeyAlphabet.Alphanumeric, 93), 0, out _, out _, out string provider));
        Assert.Equal("Anthropic", provider);
        Assert.True(SecretShapes.TryFind("sk-" + FakeKeys.Run(KeyAlphabet.Hex, 32), 0, out _, out _, out provider));
        Assert.Equal("OpenAI-style", provider);
    }

    [Theory]
    [InlineData("sk-ant-", "Anthropic")]
    [InlineData("sk-or-v1-", "OpenRouter")]
    [InlineData("sk-proj- sk-svcacct- sk-admin- sk-None-", "OpenAI")]
    [InlineData("sk-", "OpenAI-style")]
    [InlineData("sk_", "Novita")]
    [InlineData("AIza AQ.Ab ya29.", "Google")]
    [InlineData("gsk_", "Groq")]
    [InlineData("xai-", "xAI")]
    [InlineData("hf_", "Hugging Face")]
    [InlineData("r8_", "Replicate")]
    [InlineData("pplx-", "Perplexity")]
    [InlineData("csk-", "Cerebras")]
    [InlineData("nvapi-", "NVIDIA")]
    [InlineData("fw_ fpk_", "Fireworks")]
    [InlineData("tgp_v1_", "Together")]
    [InlineData("vck_", "Vercel AI Gateway")]
    [InlineData("cpk_", "Chutes")]
    [InlineData("dapi", "Databricks")]
    [InlineData("AKIA ASIA", "AWS")]
    [InlineData("ABSK bedrock-api-key-", "AWS Bedrock")]
    [InlineData("github_pat_ ghp_ gho_ ghu_ ghs_", "GitHub")]
    [InlineData("eyJ", "JSON web token")]
    public void A_prefix_names_the_provider(string prefixes, string provider) =>
        Assert.All(prefixes.Split(' '), prefix => Assert.Equal(provider, Assert.Single(SecretShapes.All, shape => shape.Prefix == prefix).Provider));

    [Theory]
    [InlineData("Alphanumeric", "^[0-9A-Za-z]$")]
    [InlineData("UpperAlphanumeric", "^[0-9A-Z]$")]
    [InlineData("Hex", "^[0-9a-f]$")]
    [InlineData("Base64Url", "^[0-9A-Za-z_-]$")]
    [InlineData("Base64", "^[0-9A-Za-z+/=]$")]
    [InlineData("Jwt", "^[0-9A-Za-z_.-]$")]
    public void An_alphabet_contains_exactly_these_characters(string alphabet, string pattern)
    {
        for (char c = (char)1; c < 300; c++)
        {
            Assert.Equal(System.Text.RegularExpressions.Regex.IsMatch($"{c}", pattern) && c != '\n', SecretShapes.IsIn(Enum.Parse<KeyAlphabet>(alphabet), c));
        }
    }

    [Theory]
    [InlineData("AbCdEfGhJkLmNpQrStUv0", true)]
    [InlineData("AbCdEfGhJkLmNpQrStUv9", true)]
    [InlineData("AbCdEfGhJkLmNpQrStUvW", false)]
    [InlineData("aBCDEFGHJ1a2a3a4a5a6a7", true)]
    [InlineData("zBCDEFGHJ1z2z3z4z5z6z7", true)]
    [InlineData("WBCDEFGHJ1W2W3W4W5W6W7", false)]
    [InlineData("Abcdefghj1A2A3A4A5A6A7", true)]
    [InlineData("Zbcdefghj1Z2Z3Z4Z5Z6Z7", true)]
    [InlineData("wbcdefghj1w2w3w4w5w6w7", false)]
    [InlineData("aB1c2D3eaB1c2D3eaB1c2D", true)]
    [InlineData("aB1c2D3aaB1c2D3aaB1c2D", false)]
    public void A_key_has_a_digit_both_cases_and_eight_different_characters(string start, bool isKey)
    {
        string body = start.PadRight(40, start[0]);
        Assert.Equal(isKey, Finds("sk-proj-" + body));
        Assert.Equal(isKey, Finds("sk-" + body[..29]));
    }

    [Fact]
    public void From_thirty_characters_on_one_case_is_enough()
    {
        string body = FakeKeys.Run(KeyAlphabet.Hex, 30).Replace('0', 'g');
        Assert.True(Finds("sk-" + body));
        Assert.False(Finds("sk-" + body[..29]));
        Assert.True(Finds("sk-" + body.ToUpperInvariant()));
    }

    [Theory]
    [InlineData(7, 10, 43, true)]
    [InlineData(6, 10, 43, false)]
    [InlineData(38, 10, 10, true)]
    [InlineData(38, 9, 20, false)]
    [InlineData(38, 20, 9, false)]
    public void A_JSON_web_token_has_three_parts_of_ten_characters(int header, int payload, int signature, bool isToken)
    {
        string token = string.Join('.', "eyJ" + FakeKeys.Run(KeyAlphabet.Alphanumeric, header), FakeKeys.Run(KeyAlphabet.Alphanumeric, payload), FakeKeys.Run(KeyAlphabet.Alphanumeric, signature));
        Assert.Equal(isToken, Finds(token));
        Assert.Equal(isToken, Finds($"It was {token}."));
        Assert.False(Finds(token + "." + FakeKeys.Run(KeyAlphabet.Alphanumeric, 20)));
    }
}
