using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

public class PackageEntriesTests(PackedPackages packed)
{
    public static TheoryData<string> Projects => [.. PackedPackages.Projects];

    /// <summary>Templates are sources: there is no assembly to have symbols of.</summary>
    public static TheoryData<string> ProjectsWithSymbols => [.. PackedPackages.Projects.Where(project => project != "FailScope.Templates")];

    [Fact]
    public void Every_packable_project_is_packed_here() =>
        Assert.Equal(
            PackedPackages.Projects.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_package_holds_what_is_listed_and_nothing_else(string project) => Assert.Equal(Listed(project, "nupkg"), Entries(packed.Package(project)));

    [Theory]
    [MemberData(nameof(ProjectsWithSymbols))]
    public void The_symbol_package_holds_what_is_listed_and_nothing_else(string project) => Assert.Equal(Listed(project, "snupkg"), Entries(packed.Symbols(project)));

    /// <summary>NuGet names the file of core properties at random, unless its version packs deterministically.</summary>
    private static IEnumerable<string> Entries(PackedFile package) =>
        package.Entries.Select(entry => entry.EndsWith(".psmdcp", StringComparison.Ordinal) ? $"{Path.GetDirectoryName(entry)!.Replace('\\', '/')}/*.psmdcp" : entry);

    /// <summary>Both lists at once, so that what is missing and what is too much fail alike.</summary>
    private static IEnumerable<string> Listed(string project, string extension) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Contents", $"{project}.{extension}.entries.txt")).Order(StringComparer.Ordinal);
}
