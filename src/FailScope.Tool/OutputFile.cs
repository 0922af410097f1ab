namespace FailScope.Tool;

/// <summary>Writes files completely or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes to a temporary file next to the target, then renames it: nobody sees a partial file, and the old file stays if writing fails.</summary>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    internal static async Task ReplaceAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024, useAsync: true))
            {
                await write(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ToolException.Unreadable($"cannot write {path}: {exception.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
