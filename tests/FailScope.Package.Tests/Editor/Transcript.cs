using System.Text;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Editor;

/// <summary>A transcript of the communication between editor and server, as Markdown, to read after a run.</summary>
internal sealed class Transcript
{
    private readonly StringBuilder _text = new();

    internal void Add(string what, string? answer = null)
    {
        _text.Append("- ").AppendLine(what);
        if (answer is not null)
        {
            _text.AppendLine();
            foreach (string line in answer.Split('\n'))
            {
                _text.Append("  ").AppendLine(line.TrimEnd());
            }

            _text.AppendLine();
        }
    }

    internal void Add(string what, IEnumerable<Problem> problems) => Add(what, string.Join('\n', problems.Select(problem => $"`{problem}`").DefaultIfEmpty("no problem")));

    /// <summary>Adds the different lines as a diff.</summary>
    internal void AddChange(string what, string before, string after)
    {
        Add(what, string.Join('\n', ["```diff", .. Differences(before.Split('\n'), after.Split('\n')), "```"]));
    }

    private static IEnumerable<string> Differences(ReadOnlyMemory<string> old, ReadOnlyMemory<string> changed)
    {
        if (old.IsEmpty)
        {
            return changed.ToArray().Select(line => "+ " + line);
        }

        if (changed.IsEmpty)
        {
            return old.ToArray().Select(line => "- " + line);
        }

        // A line that is on both sides is unchanged. Of several matches, the nearest one is used.
        int added = changed.Span.IndexOf(old.Span[0]);
        return added < 0
            ? ["- " + old.Span[0], .. Differences(old[1..], changed)]
            : [.. changed[..added].ToArray().Select(line => "+ " + line), .. Differences(old[1..], changed[(added + 1)..])];
    }

    /// <summary>Writes the transcript to the build output.</summary>
    internal void Save(string name)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "artifacts", "editor");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".md"), _text.ToString());
    }
}
