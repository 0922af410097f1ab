namespace FailScope.Tool.Assemblies;

/// <summary>Where catalogs are read from: a built assembly, or a project that is built first.</summary>
/// <param name="Display">The path as it was given.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Lists">The price lists that the project itself names; none for an assembly.</param>
internal sealed record CatalogSource(string Display, string Assembly, IReadOnlyList<string> Lists)
{
    /// <exception cref="ToolException">There is no such file, or the project does not build.</exception>
    internal static async Task<CatalogSource> FindAsync(string path, ToolHost host, ProjectBuildOptions options, CancellationToken cancellationToken)
    {
        string full = host.PathOf(path);
        if (Directory.Exists(full))
        {
            string[] projects = Directory.GetFiles(full, "*.csproj");
            full = projects.Length == 1 ? projects[0] : throw ToolException.Usage($"{path} holds {projects.Length} projects: name one, or a built assembly.");
        }

        if (!File.Exists(full))
        {
            throw ToolException.Unreadable($"there is no file {path}.");
        }

        return Path.GetExtension(full).ToUpperInvariant() switch
        {
            ".DLL" or ".EXE" => new CatalogSource(path, full, []),
            ".CSPROJ" => await ProjectBuild.RunAsync(path, full, host, options, cancellationToken),
            _ => throw ToolException.Usage($"{path} is no project (.csproj) and no built assembly (.dll)."),
        };
    }

    /// <summary>Its catalogs.</summary>
    /// <exception cref="ToolException">The assembly cannot be read, or has no catalog.</exception>
    internal IReadOnlyList<BuiltCatalog> Read() =>
        AssemblyCatalogReader.Read(Assembly) is { Count: > 0 } catalogs ? catalogs
            : throw ToolException.Unreadable($"{Display} declares no model catalog: a class with [ModelCatalog].");
}
