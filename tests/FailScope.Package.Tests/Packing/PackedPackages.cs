using System.Globalization;
using System.Text.Json;

namespace FailScope.Package.Tests.Packing;

/// <summary>The packages of the repository, packed once for all tests with a version that is in no cache.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>The packed projects; each file has the name of its project.</summary>
    internal static readonly string[] Projects =
    [
        "FailScope", "FailScope.AspNetCore", "FailScope.Extensions.AI", "FailScope.Extensions.AI.OpenAI", "FailScope.Redis", "FailScope.Templates", "FailScope.Testing", "FailScope.Tool",
    ];

    /// <summary>The version of this run's packages.</summary>
    internal string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"1.0.0-test.{DateTime.UtcNow.Ticks}");

    /// <summary>The folder of the packed files: a NuGet feed.</summary>
    internal string Feed => Path.Combine(Folder, "feed");

    /// <summary>The output of packing.</summary>
    internal string Log { get; private set; } = "";

    /// <summary>The output folder of the build for packing, relative to the root of the sources.</summary>
    internal static string BuildFolder => Path.Combine("artifacts", "package-tests", "build");

    /// <summary>Kept between runs, so that a second run builds only what changed.</summary>
    private static string Folder => Path.Combine(RepositoryRoot.Path, "artifacts", "package-tests");

    internal PackedFile Package(string project) => new(Path.Combine(Feed, $"{project}.{Version}.nupkg"));

    internal PackedFile Symbols(string project) => new(Path.Combine(Feed, $"{project}.{Version}.snupkg"));

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Feed))
        {
            Directory.Delete(Feed, recursive: true);
        }

        Directory.CreateDirectory(Feed);
        // One build for all, so that common parts are built once. It has its own output folder, because other tests may be using the usual ones.
        string filter = Path.Combine(Folder, "packages.slnf");
        File.WriteAllText(filter, JsonSerializer.Serialize(new
        {
            solution = new
            {
                path = Path.GetRelativePath(Folder, Path.Combine(RepositoryRoot.Path, "Generators.sln")),
                projects = Projects.Select(project => Path.Combine("src", project, $"{project}.csproj")),
            },
        }));
        CommandResult packed = await Command.DotnetAsync(
            RepositoryRoot.Path,
            "pack", filter, "--configuration", "Release", "-p:PackageOutputPath=" + Feed,
            $"-p:MinVerVersionOverride={Version}", $"-p:ArtifactsPath={Path.Combine(RepositoryRoot.Path, BuildFolder)}",
            "-warnaserror", "-nodeReuse:false", "-p:UseSharedCompilation=false", "--tl:off");
        Log = packed.Succeeded().Output;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
