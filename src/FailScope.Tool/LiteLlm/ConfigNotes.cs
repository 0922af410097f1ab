using System.Globalization;

namespace FailScope.Tool.LiteLlm;

/// <summary>Notes about a configuration. Equal sentences are combined into one, with all their lines.</summary>
internal sealed class ConfigNotes
{
    private const int MostLines = 4;

    private readonly List<(string Subject, string Sentence, bool IsWarning, List<int> Lines)> _notes = [];

    /// <summary>Adds a note.</summary>
    /// <param name="subject">The setting, as written in the file. Never its value.</param>
    /// <param name="line">The line of the setting.</param>
    /// <param name="sentence">What happens to the setting.</param>
    /// <param name="isWarning">Whether someone has to act.</param>
    internal void Add(string subject, int line, string sentence, bool isWarning = false)
    {
        foreach ((string knownSubject, string knownSentence, _, List<int> lines) in _notes)
        {
            if (knownSubject == subject && knownSentence == sentence)
            {
                if (!lines.Contains(line))
                {
                    lines.Add(line);
                }

                return;
            }
        }

        _notes.Add((subject, sentence, isWarning, [line]));
    }

    /// <summary>The notes as text, warnings first.</summary>
    internal IEnumerable<(string Text, bool IsWarning)> All =>
        from note in _notes
        orderby note.IsWarning ? 0 : 1
        select ($"{note.Subject} ({Lines(note.Lines)}): {note.Sentence}", note.IsWarning);

    private static string Lines(List<int> lines)
    {
        string told = string.Join(", ", lines.Take(MostLines).Select(line => line.ToString(CultureInfo.InvariantCulture)));
        return lines.Count == 1 ? $"line {told}"
            : lines.Count <= MostLines ? $"lines {told}"
            : string.Create(CultureInfo.InvariantCulture, $"lines {told} and {lines.Count - MostLines} more");
    }
}
