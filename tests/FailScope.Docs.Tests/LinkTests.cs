using System.Text.RegularExpressions;

namespace FailScope.Docs.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> PagePaths => [.. Pages.All];

    [Theory]
    [MemberData(nameof(PagePaths))]
    public void Every_relative_link_points_to_an_existing_file(string page)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, page));
        string folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, page))!;

        string[] broken = [.. Link().Matches(text)
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target)))];

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_guide_is_in_the_list_of_guides()
    {
        string list = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src/FailScope/docs/README.md"));

        Assert.All(
            Pages.All.Where(page => page.StartsWith("src/FailScope/docs/", StringComparison.Ordinal) && !page.EndsWith("/README.md", StringComparison.Ordinal)),
            page => Assert.Contains($"({Path.GetFileName(page)})", list, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
