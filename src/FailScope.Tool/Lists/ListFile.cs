using System.Text;

namespace FailScope.Tool.Lists;

/// <summary>Reads published price lists from files.</summary>
internal static class ListFile
{
    /// <summary>The largest file that is read. Published lists have up to 3 MB.</summary>
    internal const long Largest = 64L * 1024 * 1024;

    /// <exception cref="ToolException">The file cannot be read, or is no price list; the message says where.</exception>
    internal static PriceList Read(string path)
    {
        using FileStream stream = InputFile.Open(path, Largest);
        return Read(stream, path);
    }

    /// <param name="stream">The content, UTF-8.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ToolException">It is no price list; the message says where.</exception>
    internal static PriceList Read(Stream stream, string name)
    {
        // Bytes that are no UTF-8 would come as other characters, and ids that nobody has.
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
