using System.Text;

namespace FailScope.Tool.Lists;

/// <summary>Reads published price lists from files.</summary>
internal static class ListFile
{
    /// <summary>The maximum size of a file in bytes. Published lists have up to 3 MB.</summary>
    internal const long Largest = 64L * 1024 * 1024;

    /// <exception cref="ToolException">The file cannot be read, or is not a price list. The message says where the problem is.</exception>
    internal static PriceList Read(string path)
    {
        using FileStream stream = InputFile.Open(path, Largest);
        return Read(stream, path);
    }

    /// <param name="stream">The content, in UTF-8.</param>
    /// <param name="name">The name in messages.</param>
    /// <exception cref="ToolException">The content is not a price list. The message says where the problem is.</exception>
    internal static PriceList Read(Stream stream, string name)
    {
        // Invalid UTF-8 would be replaced by other characters, and would give wrong ids.
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        return PriceListReader.Read(text, Path.GetFileName(name)) switch
        {
            { List: { Count: > 0 } list } => list,
            { Problem: { } problem } => throw ToolException.Unreadable(
                $"{name}({problem.Line},{problem.Column}): the price list {problem.Message}."),
            _ => throw ToolException.Unreadable($"{name} lists no model."),
        };
    }
}
