namespace FailScope.Docs.Tests.Messages;

/// <summary>A text that the product can show to a person. Values that are filled in are written in braces.</summary>
/// <param name="File">The path of the source file, from the root of the repository.</param>
/// <param name="Kind">How a person sees it: <c>message FSC1001</c>, <c>log warning</c>, <c>ArgumentException</c>, <c>text</c>, …</param>
/// <param name="Text">The text.</param>
internal sealed record Message(string File, string Kind, string Text)
{
    internal const string PlainText = "text";

    /// <summary>A row of the table.</summary>
    public override string ToString() => $"| {Kind} | {Text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("\\n")} |";
}
