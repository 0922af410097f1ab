using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

public class PackageEntriesTests(PackedPackages packed)
{
    public static TheoryData<string> Projects => [.. PackedPackages.Projects];

    /// <summary>The template package contains only sources, so it has no symbols.</summary>
    public static TheoryData<string> ProjectsWithSymbols => [.. PackedPackages.Projects.Where(project => project != "FailScope.Templates")];

    [Fact]
    public void Every_packable_project_is_tested_here() =>
        Assert.Equal(
            PackedPackages.Projects.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_package_contains_exactly_the_listed_files(string project) => Assert.Equal(Listed(project, "nupkg"), Entries(packed.Package(project)));

    [Theory]
    [MemberData(nameof(ProjectsWithSymbols))]
    public void The_symbol_package_contains_exactly_the_listed_files(string project) => Assert.Equal(Listed(project, "snupkg"), Entries(packed.Symbols(project)));

    /// <summary>NuGet gives the core properties file a random name, unless its version packs deterministically.</summary>
    private static IEnumerable<string> Entries(PackedFile package) =>
        package.Entries.Select(entry => entry.EndsWith(".psmdcp", StringComparison.Ordinal) ? $"{Path.GetDirectoryName(entry)!.Replace('\\', '/')}/*.psmdcp" : entry);

    /// <summary>Compares both lists at once, so that both missing and additional files make the test fail.</summary>
    private static IEnumerable<string> Listed(string project, string extension) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Contents", $"{project}.{extension}.entries.txt")).Order(StringComparer.Ordinal);
}
