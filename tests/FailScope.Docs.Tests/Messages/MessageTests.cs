namespace FailScope.Docs.Tests.Messages;

/// <summary>
/// Every message of the product is in one table, <c>messages.md</c> in this folder, so that all of them can be read together and
/// a change is visible in a review.
/// </summary>
public sealed class MessageTests
{
    private const string Table = "tests/FailScope.Docs.Tests/Messages/messages.md";

    private static readonly Message[] All = [.. MessageCollector.ReadAll().Where(message => message.Kind != "identifier")];

    [Fact]
    public void The_table_contains_every_message_of_the_product()
    {
        string expected = Print();
        string path = Path.Combine(RepositoryRoot.Path, Table);
        string proposed = Path.Combine(RepositoryRoot.Path, "artifacts", "messages.md");
        Directory.CreateDirectory(Path.GetDirectoryName(proposed)!);
        File.WriteAllText(proposed, expected);

        string[] listed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n') : [];
        string[] current = expected.Split('\n');

        Assert.True(
            listed.SequenceEqual(current),
            $"""
            The messages in the source and those in {Table} differ. Read the new ones as somebody would who meets them at night, then copy artifacts/messages.md there.
            Only in the source:
            {string.Join('\n', current.Except(listed).Take(20))}
            Only in the table:
            {string.Join('\n', listed.Except(current).Take(20))}
            """);
    }

    public static TheoryData<string> Exceptions => [.. All.Where(message => message.Kind.EndsWith("Exception", StringComparison.Ordinal)).Select(message => message.Text).Distinct()];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void The_message_of_an_exception_consists_of_complete_sentences(string text)
    {
        Assert.True(char.IsUpper(text[0]) || text[0] is '{' or '\'', $"The message does not start with a capital letter: {text}");
        Assert.True(text[^1] is '.' or '?' or '}', $"The message does not end with a period: {text}");
    }

    [Fact]
    public void Messages_are_found_in_every_package()
    {
        // If the collector found nothing, it would match an empty table.
        Assert.All(["FailScope", "FailScope.Extensions.AI", "FailScope.Generators", "FailScope.Redis", "FailScope.Testing", "FailScope.Tool"],
            package => Assert.Contains(All, message => message.File.StartsWith($"src/{package}/", StringComparison.Ordinal)));
        Assert.Contains(All, message => message.Kind == "log warning");
        Assert.Contains(All, message => message.Kind.StartsWith("message ", StringComparison.Ordinal));
    }

    private static string Print() => string.Join('\n',
    [
        "# Every message of the product",
        "",
        "A test compares this table with the source. Values that are filled in stand in braces.",
        .. All.GroupBy(message => message.File).SelectMany(file => (string[])["", $"## {file.Key}", "", "| | |", "|---|---|", .. file.Select(message => message.ToString())]),
        "",
    ]);
}
