using System.Text;

namespace FailScope;

/// <summary>Determines the format of a body (JSON, lines of JSON, server-sent events, HTML, text) and passes it to the matching reader.</summary>
internal static class BodyReader
{
    /// <summary>The maximum number of characters that are read. The errors of providers are less than a tenth of this.</summary>
    private const int MaxChars = 128 * 1024;

    // A web server's page quotes the requested path. If a model is part of it, another model may exist.
    private const string ModelInUrl = "/models/";

    internal static void Read(string body, ErrorEvidence evidence)
    {
        ReadOnlySpan<char> text = body.AsSpan(0, Math.Min(body.Length, MaxChars)).TrimStart('\uFEFF').TrimStart();
        if (text.IsEmpty)
        {
            evidence.IsEmpty = true;
        }
        else if (IsJson(text))
        {
            JsonEvidenceReader.Read(text, evidence);
        }
        else if (text[0] == '<')
        {
            evidence.IsMarkup = true;
            evidence.NamesModel = text.Contains(ModelInUrl, StringComparison.Ordinal);
            evidence.PageTitle = TitleOf(text);
        }
        else if (IsEventStream(text))
        {
            ReadEvents(text, evidence);
        }
        else
        {
            ReadText(text, evidence);
        }
    }

    // "[error] no credit left" and Python's {'error': …} start like JSON but are text.
    private static bool IsJson(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> second = text[1..].TrimStart();
        return text[0] switch
        {
            '"' => true,
            '{' => second.IsEmpty || second[0] is '"' or '}' or '/',
            '[' => second.IsEmpty || second[0] is '{' or '[' or '"' or ']' or '/',
            _ => false,
        };
    }

    private static string? TitleOf(ReadOnlySpan<char> page)
    {
        const string Open = "<title>";
        int start = page.IndexOf(Open, StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> rest = start < 0 ? [] : page[(start + Open.Length)..];
        int end = rest.IndexOf('<');
        return end <= 0 ? null : rest[..end].Trim().ToString();
    }

    private static bool IsEventStream(ReadOnlySpan<char> text) =>
        text[0] == ':'
        || text.StartsWith("data:", StringComparison.Ordinal)
        || text.StartsWith("event:", StringComparison.Ordinal)
        || text.StartsWith("id:", StringComparison.Ordinal)
        || text.StartsWith("retry:", StringComparison.Ordinal);

    // Consecutive data lines belong to one event; an empty line ends it. Gemini writes an error in the middle of a stream as plain JSON, so
    // lines without a field name are read as well.
    private static void ReadEvents(ReadOnlySpan<char> text, ErrorEvidence evidence)
    {
        var data = new StringBuilder();
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (line.IsEmpty)
            {
                Flush(data, evidence);
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                data.Append(line["data:".Length..].Trim()).Append('\n');
            }
            else if (!IsEventStream(line))
            {
                data.Append(line).Append('\n');
            }
        }

        Flush(data, evidence);
    }

    private static void Flush(StringBuilder data, ErrorEvidence evidence)
    {
        string text = data.ToString().Trim();
        data.Clear();
        if (text.Length > 0 && text != "[DONE]")
        {
            ReadText(text, evidence);
        }
    }

    /// <summary>Reads text that may contain JSON.</summary>
    internal static void ReadText(ReadOnlySpan<char> text, ErrorEvidence evidence)
    {
        int start = EmbeddedJson.Find(text);
        if (start >= 0)
        {
            JsonEvidenceReader.Read(text[start..], evidence);
            text = text[..start];
        }

        evidence.AddText(text.Trim().ToString(), isUpstream: false);
    }
}
