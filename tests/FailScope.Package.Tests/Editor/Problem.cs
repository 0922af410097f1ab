using System.Text.Json;

namespace FailScope.Package.Tests.Editor;

/// <summary>A position in a text. Lines and characters count from 0, as in LSP.</summary>
internal readonly record struct TextPosition(int Line, int Character)
{
    /// <summary>The position of a part of the text that occurs only once.</summary>
    internal static TextPosition Of(string piece, string text, int offset = 0)
    {
        int index = text.IndexOf(piece, StringComparison.Ordinal) + offset;
        Assert.True(index >= offset, $"'{piece}' is not in the text.");
        return At(index, text);
    }

    internal static TextPosition At(int index, string text) =>
        new(text.AsSpan(0, index).Count('\n'), index - (text.LastIndexOf('\n', Math.Max(0, index - 1), index) + 1));

    internal static TextPosition Read(JsonElement position) => new(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());

    internal int IndexIn(string text)
    {
        int start = 0;
        for (int line = 0; line < Line; line++)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return start + Character;
    }

    public override string ToString() => $"{Line + 1}:{Character + 1}";
}

/// <summary>A diagnostic as the editor receives it.</summary>
internal sealed record Problem(string Id, string Message, int Severity, TextPosition Start, TextPosition End)
{
    /// <summary>Whether it is underlined as a warning or an error.</summary>
    internal bool IsShown => Severity <= 2;

    internal bool IsError => Severity == 1;

    internal static Problem Read(JsonElement diagnostic)
    {
        JsonElement range = diagnostic.GetProperty("range");
        return new Problem(
            diagnostic.GetProperty("code").GetString()!,
            diagnostic.GetProperty("message").GetString()!,
            diagnostic.GetProperty("severity").GetInt32(),
            TextPosition.Read(range.GetProperty("start")),
            TextPosition.Read(range.GetProperty("end")));
    }

    /// <summary>The text that is underlined.</summary>
    internal string Marks(string text) => text[Start.IndexIn(text)..End.IndexIn(text)];

    public override string ToString() => $"{Start} {(IsError ? "error" : "warning")} {Id}: {Message}";
}

/// <summary>A text replacement that an editor makes.</summary>
internal sealed record TextEdit(TextPosition Start, TextPosition End, string NewText)
{
    internal static TextEdit Read(JsonElement edit)
    {
        JsonElement range = edit.GetProperty("range");
        return new TextEdit(TextPosition.Read(range.GetProperty("start")), TextPosition.Read(range.GetProperty("end")), edit.GetProperty("newText").GetString()!);
    }

    /// <summary>Applies all replacements, the last one first, so that the positions of the others stay valid.</summary>
    internal static string Apply(IEnumerable<TextEdit> edits, string text) =>
        edits.OrderByDescending(edit => edit.Start.IndexIn(text)).Aggregate(text, (left, edit) => string.Concat(left.AsSpan(0, edit.Start.IndexIn(text)), edit.NewText, left.AsSpan(edit.End.IndexIn(text))));
}
