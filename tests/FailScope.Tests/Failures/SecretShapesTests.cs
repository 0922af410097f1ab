namespace FailScope.Tests.Failures;

public sealed class SecretShapesTests
{
    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, SecretShapes.All.Length)];

    private static bool Finds(string text) => SecretShapes.TryFind(text, 0, out _, out _, out _);

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_key_of_every_shape_is_found_alone_and_in_a_sentence(int index)
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
    public void A_key_that_is_too_short_or_part_of_a_word_is_none(int index)
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
    public void What_only_looks_a_little_like_a_key_is_none(string text) => Assert.False(Finds(text));

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
    public void The_narrower_of_two_shapes_names_the_provider()
    {
        Assert.True(SecretShapes.TryFind("sk-ant-api03-" + FakeKeys.Run(KeyAlphabet.Alphanumeric, 93), 0, out _, out _, out string provider));
        Assert.Equal("Anthropic", provider);
        Assert.True(SecretShapes.TryFind("sk-" + FakeKeys.Run(KeyAlphabet.Hex, 32), 0, out _, out _, out provider));
        Assert.Equal("OpenAI-style", provider);
    }
}
