namespace FailScope.TestSupport;

/// <summary>The folder that holds the solution.</summary>
internal static class RepositoryRoot
{
    internal static string Path { get; } = Find();

    /// <summary>Where somebody may keep data of other people's beside the repository; tests that read it are skipped without.</summary>
    internal static string DataBeside { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "../shared/data"));

    private static string Find()
    {
        // Not the path of a source file: a deterministic build maps those away.
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Generators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Generators.sln.");
    }
}
