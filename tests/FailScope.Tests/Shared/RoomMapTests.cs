namespace FailScope.Tests.Shared;

/// <summary>CONTRIBUTING.md has a line for each folder of the sources, and for no other.</summary>
public sealed class RoomMapTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "CONTRIBUTING.md"));

    [Fact]
    public void Every_folder_is_in_the_table_of_folders()
    {
        IEnumerable<string> rooms = new[] { "src/FailScope", "src/FailScope.Generators" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, project), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(RepositoryRoot.Path, Path.GetDirectoryName(file)!).Replace('\\', '/'))
                .Where(folder => folder != project))
            .Where(folder => !folder.Split('/').Any(part => part is "bin" or "obj"))
            .Distinct();
        Assert.All(rooms, room => Assert.Contains(Lines, line => line.StartsWith($"| `{room}` |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_folder_in_the_table_exists() =>
        Assert.All(
            Lines.Where(line => line.StartsWith("| `src/", StringComparison.Ordinal)).Select(line => line.Split('`')[1]),
            folder => Assert.True(Directory.Exists(Path.Combine(RepositoryRoot.Path, folder)), folder));
}
