namespace FailScope.TestSupport;

/// <summary>The root folder of the repository.</summary>
internal static class RepositoryRoot
{
    internal static string Path { get; } = Find();

    /// <summary>A folder next to the repository for third-party data. Tests that need it are skipped if it does not exist.</summary>
    internal static string DataBeside { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "../shared/data"));

    private static string Find()
    {
        // Source file paths cannot be used, because a deterministic build changes them.
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
