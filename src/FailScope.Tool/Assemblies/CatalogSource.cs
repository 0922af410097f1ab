using FailScope.Tool.Lists;

namespace FailScope.Tool.Assemblies;

/// <summary>The source of catalogs: a built assembly, or a project that is built first.</summary>
/// <param name="Display">The path, as given by the user.</param>
/// <param name="Assembly">The assembly.</param>
internal sealed record CatalogSource(string Display, string Assembly)
{
    /// <summary>The price lists that the project uses; none for an assembly.</summary>
    internal IReadOnlyList<ListInput> Lists { get; init; } = [];

    /// <summary>The project's settings for comparing price lists.</summary>
    internal IReadOnlyDictionary<string, string> ListProperties { get; init; } = new Dictionary<string, string>();

    /// <exception cref="ToolException">The file does not exist, or the project does not build.</exception>
    internal static async Task<CatalogSource> FindAsync(string path, ToolHost host, ProjectBuildOptions options, CancellationToken cancellationToken)
    {
        string full = host.PathOf(path);
        if (Directory.Exists(full))
        {
            string[] projects = Directory.GetFiles(full, "*.csproj");
            full = projects.Length == 1 ? projects[0] : throw ToolException.Usage($"{(projects.Length == 0 ? "there is no project" : $"there are {projects.Length} projects")} in the folder {path}. Name a project or a built assembly.");
        }

        if (!File.Exists(full))
        {
            throw ToolException.Unreadable($"the file {path} does not exist.");
        }

        return Path.GetExtension(full).ToUpperInvariant() switch
        {
            ".DLL" or ".EXE" => new CatalogSource(path, full),
            ".CSPROJ" => await ProjectBuild.RunAsync(path, full, host, options, cancellationToken),
            _ => throw ToolException.Usage($"{path} is neither a project (.csproj) nor a built assembly (.dll)."),
        };
    }

    /// <summary>Reads the declared catalogs.</summary>
    /// <exception cref="ToolException">The assembly cannot be read, or has no catalog.</exception>
    internal IReadOnlyList<DeclaredCatalog> Read() =>
        AssemblyReader.Read(Assembly) is { Count: > 0 } catalogs ? catalogs
            : throw ToolException.Unreadable($"{Display} declares no model catalog: a class with [ModelCatalog].");

    /// <summary>Creates the catalogs as objects, with the price lists of the project.</summary>
    /// <exception cref="ToolException">The assembly cannot be read, or has no catalog.</exception>
    internal IReadOnlyList<ModelCatalog> Load(CancellationToken cancellationToken)
    {
        IReadOnlyList<DeclaredCatalog> declared = Read();
        return new CatalogCompiler(declared, new ListInputs(Lists, ListProperties), cancellationToken).Load(declared, cancellationToken);
    }
}
