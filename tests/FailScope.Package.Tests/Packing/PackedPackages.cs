using System.Globalization;

namespace FailScope.Package.Tests.Packing;

/// <summary>The packages of the repository, packed once for all tests under a version that no cache has seen.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>Each project that is packed; the file carries the name of the project.</summary>
    internal static readonly string[] Projects = ["FailScope", "FailScope.AspNetCore", "FailScope.Extensions.AI", "FailScope.Extensions.AI.OpenAI", "FailScope.Redis", "FailScope.Testing", "FailScope.Tool"];

    /// <summary>The version of this run's packages.</summary>
    internal string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");

    /// <summary>The folder of the packed files: a NuGet feed.</summary>
    internal string Feed => Path.Combine(Folder, "feed");

    /// <summary>What packing printed.</summary>
    internal string Log { get; private set; } = "";

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
        foreach (string project in Projects)
        {
            // Outputs of its own: the surrounding build and other tests may be using theirs.
            CommandResult packed = await Command.DotnetAsync(
                RepositoryRoot.Path,
                "pack", Path.Combine("src", project, $"{project}.csproj"), "--configuration", "Release", "--output", Feed,
                $"-p:Version={Version}", $"-p:ArtifactsPath={Path.Combine(Folder, "build")}",
                "-warnaserror", "-nodeReuse:false", "-p:UseSharedCompilation=false", "--tl:off");
            Log += packed.Succeeded().Output;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
