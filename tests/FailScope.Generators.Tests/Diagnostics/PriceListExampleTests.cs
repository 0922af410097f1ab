using System.Text.RegularExpressions;
using FailScope.Generators.Tests.Analyzers.Catalog;
using FailScope.Generators.Tests.PriceLists;

namespace FailScope.Generators.Tests.Diagnostics;

/// <summary>The examples on the pages of the rules on listed models: the bad one is reported, the good one is not.</summary>
public sealed class PriceListExampleTests
{
    private static readonly string List = Lists.OpenRouter(
        Lists.Entry("anthropic/claude-sonnet-4.5", rest: ", \"top_provider\": {\"max_completion_tokens\": 64000}"),
        Lists.Entry("anthropic/claude-haiku-4.5", "\"prompt\": \"0.000001\", \"completion\": \"0.000005\""),
        Lists.Entry("meta-llama/llama-3.3-70b-instruct"),
        Lists.Entry("openai/gpt-oss-20b:free", "\"prompt\": \"0\", \"completion\": \"0\""),
        Lists.Entry("openai/gpt-5.2-chat", rest: ", \"expiration_date\": \"2026-08-10\""),
        Lists.Entry("openai/gpt-4.5-chat", rest: ", \"expiration_date\": \"2026-07-14\""),
        Lists.Entry("openrouter/auto", "\"prompt\": \"-1\", \"completion\": \"-1\""),
        Lists.Entry("openrouter/free", "\"prompt\": \"0\", \"completion\": \"0\""));

    private static string Docs => Path.Combine(RepositoryRoot.Path, "src/FailScope.Generators/docs");

    public static TheoryData<string> Ids =>
        [.. Directory.EnumerateFiles(Docs, "FSC4*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(id => string.CompareOrdinal(id, "FSC4010") >= 0).Order()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_example_of_a_page_is_reported_and_the_good_one_has_no_diagnostics(string id)
    {
        string page = File.ReadAllText(Path.Combine(Docs, id + ".md"));

        Assert.Contains(id, Run(page, "Bad"));
        Assert.Empty(Run(page, "Good"));
    }

    private static string[] Run(string page, string section)
    {
        string example = Regex.Match(page, $"## {section}\n\n```csharp\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(example);
        string source = $$"""
            using FailScope;
            [ModelCatalog]
            public static partial class Models
            {
                [Provider("https://openrouter.ai/api/v1")] public static partial Provider OpenRouter { get; }
                [Credential(nameof(OpenRouter))] public static partial Credential Main { get; }
                {{example}}
            }
            """;
        return [.. CatalogAnalysis.RunWith(List, source).Select(diagnostic => diagnostic.Id)];
    }
}
