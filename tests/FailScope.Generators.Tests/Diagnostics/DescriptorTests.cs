using System.Reflection;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Tests.Diagnostics;

public sealed class DescriptorTests
{
    private static readonly string Generators = Path.Combine(RepositoryRoot.Path, "src/FailScope.Generators");

    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Descriptors)
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    public static TheoryData<string> Ids => [.. All.Select(rule => rule.Id)];

    [Fact]
    public void No_two_rules_share_an_id() =>
        Assert.Equal(All.Length, All.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void Every_id_is_used_by_a_descriptor() =>
        Assert.Equal(
            typeof(DiagnosticIds).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => (string)field.GetRawConstantValue()!).Order(),
            All.Select(rule => rule.Id).Order());

    [Fact]
    public void Every_rule_is_reported_by_exactly_one_analyzer()
    {
        IEnumerable<string> supported = typeof(Descriptors).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Select(rule => rule.Id);

        Assert.Equal(All.Select(rule => rule.Id).Order(), supported.Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_of_a_rule_points_to_its_page(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string page = File.ReadAllText(Path.Combine(Generators, "docs", id + ".md"));

        Assert.Equal($"https://github.com/failscope/failscope/blob/main/src/FailScope.Generators/docs/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {rule.Category} |\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |\n", page, StringComparison.Ordinal);
        foreach (string section in (string[])["## What it finds", "## Why", "## Bad", "## Good", "## Configure"])
        {
            Assert.Contains($"\n{section}\n", page, StringComparison.Ordinal);
        }

        Assert.Contains($"dotnet_diagnostic.{id}.severity", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_the_index_of_pages(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string index = File.ReadAllText(Path.Combine(Generators, "docs", "README.md"));

        Assert.Contains($"| [{id}]({id}.md) | {rule.Title} | {rule.DefaultSeverity} |", index, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_the_release_tracking_file(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string tracked = File.ReadAllText(Path.Combine(Generators, "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(Generators, "AnalyzerReleases.Unshipped.md"));

        Assert.Contains($"\n{id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})\n", tracked, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_title_message_and_description(string id)
    {
        DiagnosticDescriptor rule = Rule(id);

        Assert.False(string.IsNullOrWhiteSpace(rule.Description.ToString()));
        Assert.EndsWith(".", rule.Description.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("FailScope.", rule.Category, StringComparison.Ordinal);
        Assert.Matches("^FSC[1234][0-9]{3}$", id);
    }

    [Fact]
    public void Every_page_belongs_to_a_rule() =>
        Assert.Equal(
            All.Select(rule => rule.Id).Order(),
            Directory.EnumerateFiles(Path.Combine(Generators, "docs"), "FSC*.md").Select(Path.GetFileNameWithoutExtension).Order());

    private static DiagnosticDescriptor Rule(string id) => All.Single(rule => rule.Id == id);
}
