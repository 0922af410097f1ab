using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class ApiKeyInCatalogTests : CatalogRuleTests
{
    // Assembled here, so that secret scanners do not report this file.
    private static readonly string Key = "sk-or-v1-" + Body(64, "0123456789abcdef");
    private static readonly string Unmarked = Body(32, "0123456789abcdef");

    public static TheoryData<string, string, string> Keys => new()
    {
        { "sk-ant-" + "api03-", "Anthropic", Base64Url },
        { "sk-or-" + "v1-", "OpenRouter", Hex },
        { "sk-" + "proj-", "OpenAI", Base64Url },
        { "sk" + "-", "OpenAI-style", Alphanumeric },
        { "AI" + "za", "Google", Base64Url },
        { "gs" + "k_", "Groq", Alphanumeric },
        { "xa" + "i-", "xAI", Alphanumeric },
        { "hf" + "_", "Hugging Face", Alphanumeric },
        { "nv" + "api-", "NVIDIA", Base64Url },
        { "pp" + "lx-", "Perplexity", Alphanumeric },
    };

    private const string Hex = "0123456789abcdef";
    private const string Alphanumeric = "0a1b2c3d4e5f6g7h8i9jKLMNOPQRSTUVWXYZ";
    private const string Base64Url = Alphanumeric + "_";

    protected override string Id => DiagnosticIds.ApiKeyInCatalog;

    protected override string Hit => Catalog($"[Credential(nameof(P), EnvironmentVariable = {{|#0:\"{Key}\"|}})] public static partial Credential A {{ get; }}");

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_provider_key_is_recognized_and_never_printed(string prefix, string provider, string alphabet)
    {
        string body = Body(provider switch { "Google" => 35, "Hugging Face" => 34, "xAI" => 80, "NVIDIA" => 64, _ => 48 }, alphabet);
        IReadOnlyList<string> messages = Finds(Catalog($"[Credential(nameof(P), EnvironmentVariable = [|\"{prefix}{body}\"|])] public static partial Credential A {{ get; }}"));

        Assert.Equal([$"'A' contains what looks like an API key ({provider}); revoke the key, and keep keys in environment variables or a secret store"], messages);
    }

    [Theory]
    [InlineData("[Model([|\"KEY\"|], nameof(C))] public static partial Model A { get; }")]
    [InlineData("[Model(\"a\", [|\"KEY\"|])] public static partial Model A { get; }")]
    [InlineData("[Provider([|\"https://p.example/v1?key=KEY\"|])] public static partial Provider A { get; }")]
    [InlineData("[Provider([|\"KEY\"|])] public static partial Provider A { get; }")]
    [InlineData("[Credential(nameof(P), EnvironmentVariable = [|@\"KEY\"|])] public static partial Credential A { get; }")]
    [InlineData("[Credential(nameof(P), EnvironmentVariable = [|\"\"\"KEY\"\"\"|])] public static partial Credential A { get; }")]
    [InlineData("[Credential(nameof(P), EnvironmentVariable = \"X=\" + [|\"KEY\"|])] public static partial Credential A { get; }")]
    [InlineData("[Credential(nameof(P), EnvironmentVariable = $\"[|Bearer KEY|]\")] public static partial Credential A { get; }")]
    [InlineData("const string Secret = \"KEY\"; [Credential(nameof(P), EnvironmentVariable = [|Secret|])] public static partial Credential A { get; }")]
    [InlineData("[FallbackChain([|\"KEY\"|])] public static partial FallbackChain A { get; }")]
    [InlineData("[FallbackChain(new[] { nameof(C), [|\"KEY\"|] })] public static partial FallbackChain A { get; }")]
    [InlineData("[Credential(nameof(P), Account = [|\"KEY\"|])] public static partial Credential A { get; }")]
    public void A_key_is_found_in_any_string_of_an_attribute(string member)
    {
        string source = member.Replace("KEY", Key, StringComparison.Ordinal);

        Finds(Catalog(source));
        string unmarked = source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Assert.All(CatalogAnalysis.Run(Catalog(unmarked)), diagnostic => Assert.DoesNotContain(Key, diagnostic.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_split_over_a_concatenation_is_found()
    {
        string pieces = $"\"{Key[..12]}\" + \"{Key[12..]}\"";

        Finds(Catalog($"[Model([|{pieces}|], nameof(C))] public static partial Model A {{ get; }}"));
    }

    [Fact]
    public void A_key_without_a_prefix_is_found_as_the_name_of_an_environment_variable()
    {
        Assert.Equal(
            ["'A' contains what looks like an API key; revoke the key, and keep keys in environment variables or a secret store"],
            Finds(Catalog($"[Credential(nameof(P), EnvironmentVariable = [|\"{Unmarked}\"|])] public static partial Credential A {{ get; }}")));
        FindsNothing(Catalog($"[Model(\"{Unmarked}\", nameof(C))] public static partial Model A {{ get; }}"));
    }

    [Theory]
    [InlineData("Nemotron3NanoOmni30BA3BReasoningFree")]
    [InlineData("Nemotron3NanoOmni30BA3B_ReasoningFree")]
    public void A_long_member_name_is_printed(string name)
    {
        Diagnostic found = Assert.Single(CatalogAnalysis.Run(Catalog($"[Model(\"a:free\", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 1)] public static partial Model {name} {{ get; }}")));

        Assert.Contains($"'{name}'", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void No_key_is_printed_as_a_name()
    {
        string withPrefix = "hf" + "_" + Body(34, Alphanumeric);
        string[] sources =
        [
            // A member name in the format of a provider's keys, and a reference to an undeclared name.
            Catalog($"[Model(\"a:free\", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 1)] public static partial Model {withPrefix} {{ get; }}"),
            Catalog($"[FallbackChain(\"{Unmarked}\")] public static partial FallbackChain A {{ get; }}"),
            Catalog($"[FallbackChain(\"{withPrefix}\")] public static partial FallbackChain A {{ get; }}"),
        ];

        foreach (Diagnostic diagnostic in sources.SelectMany(source => CatalogAnalysis.Run(source)))
        {
            Assert.DoesNotContain(withPrefix, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.DoesNotContain(Unmarked, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("OPENROUTER_API_KEY")]
    [InlineData("AZUREOPENAIENDPOINTEASTUS2PRODUCTIONKEY01")]
    [InlineData("sk-or-v1-your-key-here")]
    [InlineData("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("")]
    public void The_name_of_a_variable_and_a_placeholder_are_not_reported(string name) =>
        FindsNothing(Catalog($"[Credential(nameof(P), EnvironmentVariable = \"{name}\")] public static partial Credential A {{ get; }}"));

    [Fact]
    public void The_ids_of_real_models_are_not_reported() => FindsNothing(Catalog(string.Concat(
        new[]
        {
            "anthropic/claude-sonnet-4.5", "anthropic.claude-3-5-sonnet-20241022-v2:0", "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "ft:gpt-4o-mini-2024-07-18:my-org:custom-suffix:7p4lURelAbC", "accounts/fireworks/models/llama-v3p1-405b-instruct",
            "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6", "projects/p/locations/us-central1/endpoints/1234567890123456789",
        }.Select((id, i) => $"[Model(\"{id}\", nameof(C))] public static partial Model A{i} {{ get; }}\n"))));

    private static string Body(int length, string alphabet) => string.Concat(Enumerable.Range(0, length).Select(i => alphabet[i * 7 % alphabet.Length]));
}
