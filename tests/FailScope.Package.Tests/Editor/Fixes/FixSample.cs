namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>A source with one mistake, and what it becomes when the fix is applied.</summary>
/// <param name="Name">The rule's id. A further sample of the same rule has a word after it.</param>
/// <param name="Title">What the editor offers.</param>
/// <param name="Before">The file. <c>[|…|]</c> is what is underlined; <c>NAMESPACE</c> stands for a namespace of its own.</param>
/// <param name="After">The file with the fix applied.</param>
internal sealed record FixSample(string Name, string Title, string Before, string After)
{
    private const string Start = "[|";
    private const string End = "|]";

    internal string Id => Name.Split(' ')[0];

    /// <summary>The file, with the line ends asked for, in the namespace asked for.</summary>
    internal string Source(string lineEnd, string part) => Write(Before.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal), lineEnd, part);

    internal string Fixed(string lineEnd, string part) => Write(After, lineEnd, part);

    /// <summary>What is underlined, as it is in the file.</summary>
    internal (int Start, string Text) Marked(string lineEnd, string part)
    {
        string marked = Write(Before, lineEnd, part);
        int start = marked.IndexOf(Start, StringComparison.Ordinal);
        return (start, marked[(start + Start.Length)..marked.IndexOf(End, StringComparison.Ordinal)]);
    }

    /// <summary>So that samples, and copies of one, can be in one project.</summary>
    private string Write(string text, string lineEnd, string part) => text
        .Replace("NAMESPACE", $"App.{Name.Replace(' ', '_')}.{part}", StringComparison.Ordinal)
        .ReplaceLineEndings(lineEnd);

    public override string ToString() => Name;
}
