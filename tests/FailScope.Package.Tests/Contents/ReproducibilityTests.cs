using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

/// <summary>Packing the same sources in any folder gives the same assemblies, so that anyone can compare them with the published ones.</summary>
public sealed class ReproducibilityTests(PackedPackages packed) : IDisposable
{
    private readonly string _copy = Directory.CreateTempSubdirectory("failscope-elsewhere-").FullName;

    [Fact]
    public async Task The_same_sources_in_another_folder_pack_to_the_same_assemblies_and_symbols()
    {
        CopySources();
        string feed = Path.Combine(_copy, "feed");
        // The symbols contain the folder of generated files, relative to the root of the sources.
        (await Command.DotnetAsync(
            _copy, "pack", "src/FailScope/FailScope.csproj", "--configuration", "Release", "--output", feed,
            $"-p:MinVerVersionOverride={packed.Version}", $"-p:ArtifactsPath={Path.Combine(_copy, PackedPackages.BuildFolder)}", "-warnaserror", "-nodeReuse:false", "-p:UseSharedCompilation=false", "--tl:off")).Succeeded();

        AssertSame(packed.Package("FailScope"), new PackedFile(Path.Combine(feed, $"FailScope.{packed.Version}.nupkg")), ".dll");
        AssertSame(packed.Symbols("FailScope"), new PackedFile(Path.Combine(feed, $"FailScope.{packed.Version}.snupkg")), ".pdb");
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    private static void AssertSame(PackedFile here, PackedFile elsewhere, string extension)
    {
        string[] entries = [.. here.Entries.Where(entry => entry.EndsWith(extension, StringComparison.Ordinal))];
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.True(here.Read(entry).SequenceEqual(elsewhere.Read(entry)), entry));
    }

    /// <summary>The sources, and the part of Git that identifies the commit, because its id is in the assemblies.</summary>
    private void CopySources()
    {
        string[] folders = ["src", ".git/refs"];
        IEnumerable<string> files = Directory.EnumerateFiles(RepositoryRoot.Path)
            .Concat(new[] { ".git/HEAD", ".git/config", ".git/packed-refs" }.Select(file => Path.Combine(RepositoryRoot.Path, file)).Where(File.Exists))
            .Concat(folders.Select(folder => Path.Combine(RepositoryRoot.Path, folder)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)));
        foreach (string file in files)
        {
            string target = Path.Combine(_copy, Path.GetRelativePath(RepositoryRoot.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
