namespace FailScope.Tool;

/// <summary>Opens the files that a user names.</summary>
internal static class InputFile
{
    /// <exception cref="ToolException">The file does not exist, may not be read, or is too large.</exception>
    internal static FileStream Open(string path, long largest)
    {
        if (Directory.Exists(path))
        {
            throw ToolException.Unreadable($"cannot read {path}: it is a folder, but a file is expected.");
        }

        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > largest)
            {
                stream.Dispose();
                throw ToolException.Unreadable($"{path} is larger than {largest / (1024 * 1024)} MB.");
            }

            return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ToolException.Unreadable($"cannot read {path}: {exception.Message}");
        }
    }

    /// <summary>Reads the whole text of a file.</summary>
    /// <exception cref="ToolException">The file does not exist, may not be read, or is too large.</exception>
    internal static string ReadText(string path, long largest)
    {
        using var reader = new StreamReader(Open(path, largest));
        return reader.ReadToEnd();
    }
}
