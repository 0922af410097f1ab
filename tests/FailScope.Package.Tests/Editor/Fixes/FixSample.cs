namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>A source file with one mistake, and the same file after the fix.</summary>
/// <param name="Name">The rule's id, followed by a word if the rule has several samples.</param>
/// <param name="Title">The title of the fix in the editor.</param>
/// <param name="Before">The file before the fix. <c>[|…|]</c> marks the underlined text. <c>NAMESPACE</c> is replaced by a unique namespace.</param>
/// <param name="After">The file after the fix.</param>
internal sealed record FixSample(string Name, string Title, string Before, string After)
{
    private const string Start = "[|";
    private const string End = "|]";

    internal string Id => Name.Split(' ')[0];

    /// <summary>The file with the given line endings and namespace.</summary>
    internal string Source(string lineEnd, string part) => Write(Before.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal), lineEnd, part);

    internal string Fixed(string lineEnd, string part) => Write(After, lineEnd, part);

    /// <summary>The underlined text.</summary>
    internal (int Start, string Text) Marked(string lineEnd, string part)
    {
        string marked = Write(Before, lineEnd, part);
        int start = marked.IndexOf(Start, StringComparison.Ordinal);
        return (start, marked[(start + Start.Length)..marked.IndexOf(End, StringComparison.Ordinal)]);
    }

    /// <summary>Writes the file with a unique namespace, so that one project can contain all samples and copies of them.</summary>
    private string Write(string text, string lineEnd, string part) => text
        .Replace("NAMESPACE", $"App.{Name.Replace(' ', '_')}.{part}", StringComparison.Ordinal)
        .ReplaceLineEndings(lineEnd);

    public override string ToString() => Name;
}
