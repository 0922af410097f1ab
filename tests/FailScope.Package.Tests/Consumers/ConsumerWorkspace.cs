using System.Xml.Linq;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>
/// A folder outside the repository, so that nothing is inherited from it. Consumers in it restore from the folder of packed files and from
/// the package sources of the machine, to their own package folder.
/// </summary>
public sealed class ConsumerWorkspace(PackedPackages packed) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("failscope-consumers-").FullName;

    private int _consumers;

    /// <summary>The version of the packages under test.</summary>
    internal string Version => packed.Version;

    /// <summary>The environment of a consumer's build.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
        // The machine may not have a runtime as old as the one that a consumer targets.
        ["DOTNET_ROLL_FORWARD"] = "Major",
    };

    /// <summary>An empty folder with room for several projects.</summary>
    internal Consumer CreateConsumer(string subfolder = "")
    {
        string folder = Path.Combine(_folder, $"consumer{Interlocked.Increment(ref _consumers)}", subfolder);
        Directory.CreateDirectory(folder);
        return new Consumer(this, folder);
    }

    public async ValueTask InitializeAsync()
    {
        // A source that is configured only near the repository would not be found from here.
        string[] hidden = [.. (await SourcesAsync(RepositoryRoot.Path)).Except(await SourcesAsync(_folder), StringComparer.Ordinal)];
        string[] caches = (await Command.DotnetAsync(RepositoryRoot.Path, "nuget", "locals", "global-packages", "--list")).Succeeded().Lines;

        new XElement(
            "configuration",
            new XElement("packageSources", Add("packed", packed.Feed), hidden.Select((source, index) => Add($"repository{index}", source))),
            new XElement("fallbackPackageFolders", Add("machine", caches[^1].Split(": ", 2)[1].Trim())))
            .Save(Path.Combine(_folder, "nuget.config"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The enabled package sources in a folder: lines such as <c>E address</c>, with more letters for a machine-wide or official one.</summary>
    private static async Task<IEnumerable<string>> SourcesAsync(string folder) =>
        (await Command.DotnetAsync(folder, "nuget", "list", "source", "--format", "Short")).Succeeded().Lines
            .Where(line => line.StartsWith('E'))
            .Select(line => line[(line.IndexOf(' ') + 1)..]);

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
