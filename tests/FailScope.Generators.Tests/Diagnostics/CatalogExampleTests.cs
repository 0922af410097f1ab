using System.Text.RegularExpressions;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Analyzers.Catalog;

namespace FailScope.Generators.Tests.Diagnostics;

/// <summary>The examples on the pages of the catalog and chain rules: the bad one is reported, the good one is not.</summary>
public sealed partial class CatalogExampleTests
{
    // The example of one is a project file; the example of the other would have to contain a whole key.
    private static readonly string[] NotRunnable = [DiagnosticIds.LanguageVersion, DiagnosticIds.ApiKeyInCatalog];

    /// <summary>The members that the examples refer to, unless they declare them themselves.</summary>
    private static readonly string[] Members =
    [
        """[Provider("https://openrouter.ai/api/v1")] public static partial Provider OpenRouter { get; }""",
        """[Provider("https://api.anthropic.com/v1")] public static partial Provider Anthropic { get; }""",
        """[Provider("https://generativelanguage.googleapis.com/v1beta")] public static partial Provider Google { get; }""",
        """[Credential(nameof(OpenRouter))] public static partial Credential Main { get; }""",
        """[Credential(nameof(OpenRouter))] public static partial Credential SecondKey { get; }""",
        """[Credential(nameof(Anthropic))] public static partial Credential Direct { get; }""",
        """[Credential(nameof(Google))] public static partial Credential Vertex { get; }""",
        """[Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)] public static partial Model Sonnet { get; }""",
        """[Model("anthropic/claude-sonnet-4.5", nameof(SecondKey), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)] public static partial Model SonnetOnSecondKey { get; }""",
        """[Model("claude-sonnet-4-5", nameof(Direct), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)] public static partial Model SonnetDirect { get; }""",
        """[Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)] public static partial Model Haiku { get; }""",
        """[Model("gemini-2.5-flash", nameof(Vertex), InputUsdPerMillion = 0.3, OutputUsdPerMillion = 2.5)] public static partial Model Flash { get; }""",
        """[Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Main))] public static partial Model LlamaFree { get; }""",
        """[Model("google/gemma-3-27b-it:free", nameof(Main))] public static partial Model GemmaFree { get; }""",
    ];

    public static TheoryData<string> Ids =>
    [
        .. Directory.EnumerateFiles(Docs, "FSC*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(id => id[3] is '1' or '2').Except(NotRunnable).Order(),
    ];

    private static string Docs => Path.Combine(RepositoryRoot.Path, "src/FailScope.Generators/docs");

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_example_of_a_page_is_reported_and_the_good_one_is_not(string id)
    {
        string page = File.ReadAllText(Path.Combine(Docs, id + ".md"));

        Assert.Contains(id, CatalogAnalysis.Run(Source(Example(page, "Bad"))).Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain(id, CatalogAnalysis.Run(Source(Example(page, "Good"))).Select(diagnostic => diagnostic.Id));
    }

    private static string Example(string page, string section) =>
        Regex.Match(page, $"## {section}\n\n```csharp\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value is { Length: > 0 } example
            ? example
            : throw new InvalidOperationException($"The page has no example of C# under '{section}'.");

    private static string Source(string example)
    {
        if (example.Contains("class Models", StringComparison.Ordinal))
        {
            return "using FailScope;\n" + example;
        }

        HashSet<string> declared = [.. Declared().Matches(example).Select(match => match.Groups[1].Value)];
        string rest = string.Join("\n", Members.Where(member => !declared.Contains(Declared().Match(member).Groups[1].Value)));
        return $"using FailScope;\n[ModelCatalog]\npublic static partial class Models\n{{\n{rest}\n{example}\n}}\nstatic class Staging {{ public static int Main => 0; }}\n";
    }

    [GeneratedRegex(@"(\w+) \{ get;")]
    private static partial Regex Declared();
}
