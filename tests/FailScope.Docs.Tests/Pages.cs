namespace FailScope.Docs.Tests;

/// <summary>The documentation pages. The pages of the rules have their own tests.</summary>
internal static class Pages
{
    /// <summary>Their paths from the root of the repository.</summary>
    internal static string[] All { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "README.md", SearchOption.AllDirectories)
            .Concat(Guides)
            .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    // The docs folders of all packages, except the pages of the rules.
    private static IEnumerable<string> Guides => Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src"), "docs", SearchOption.AllDirectories)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
        .Where(file => !Path.GetFileName(file).StartsWith("FSC", StringComparison.Ordinal) && Path.GetFileName(file) != "README.md");
}
