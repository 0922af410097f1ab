namespace FailScope.Generators.Emitting;

/// <summary>Writes the documentation comment of an implementing part: first the user's text, then the generated text.</summary>
internal static class DocumentationWriter
{
    /// <param name="writer">The writer.</param>
    /// <param name="own">The lines of the user's comment; empty if there is none.</param>
    /// <param name="summary">The generated summary, as plain text.</param>
    /// <param name="remarks">The generated remarks, as XML.</param>
    internal static void Write(SourceWriter writer, IReadOnlyList<string> own, string summary, IReadOnlyList<string> remarks)
    {
        if (own.Count == 0)
        {
            writer.Line($"/// <summary>{Escape(summary)}</summary>");
            Remarks(writer, null, remarks);
            return;
        }

        // Editors show only one remarks element, so the generated remarks are added at the end of the user's.
        int end = -1;
        for (int i = own.Count - 1; i >= 0 && end < 0; i--)
        {
            end = own[i].IndexOf("</remarks>", StringComparison.Ordinal) >= 0 ? i : -1;
        }

        for (int i = 0; i < own.Count; i++)
        {
            if (i != end)
            {
                writer.Line($"/// {own[i]}".TrimEnd());
                continue;
            }

            int at = own[i].LastIndexOf("</remarks>", StringComparison.Ordinal);
            if (at > 0)
            {
                writer.Line($"/// {own[i].Substring(0, at)}");
            }

            Content(writer, summary, remarks);
            writer.Line($"/// {own[i].Substring(at)}");
        }

        if (end < 0)
        {
            Remarks(writer, summary, remarks);
        }
    }

    private static void Remarks(SourceWriter writer, string? summary, IReadOnlyList<string> remarks)
    {
        if (summary is null && remarks.Count == 0)
        {
            return;
        }

        writer.Line("/// <remarks>");
        Content(writer, summary, remarks);
        writer.Line("/// </remarks>");
    }

    private static void Content(SourceWriter writer, string? summary, IReadOnlyList<string> remarks)
    {
        if (summary is not null)
        {
            writer.Line($"/// <para>{Escape(summary)}</para>");
        }

        foreach (string line in remarks)
        {
            writer.Line($"/// {line}");
        }
    }

    /// <summary>Escapes text for XML: a model id or an address can contain markup characters or line breaks.</summary>
    internal static string Escape(string text) =>
        text.IndexOfAny(['&', '<', '>', '\r', '\n', '\u0085', '\u2028', '\u2029']) < 0
            ? text
            : string.Concat(text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
