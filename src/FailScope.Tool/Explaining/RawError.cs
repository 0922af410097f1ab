using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FailScope.Tool.Explaining;

/// <summary>
/// A provider's error in the form in which a user has it: a whole HTTP response (as printed by <c>curl -i</c> or <c>curl -v</c>), a JSON
/// object with status, headers and body, or only the body.
/// </summary>
internal sealed record RawError(int? StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    private static readonly string[] Parts = ["status", "statusCode", "headers", "body"];

    internal static RawError Parse(string text)
    {
        string input = text.TrimStart('\uFEFF');
        input = StripCurlPrefixes(input);
        return ParseResponse(input) ?? ParseObject(input) ?? new RawError(null, [], input);
    }

    /// <summary>Removes the prefixes of curl -v: "&lt; " for received lines, "&gt; " for sent lines, "* " for remarks, "{ " and "} " for data.</summary>
    private static string StripCurlPrefixes(string text)
    {
        if (!text.StartsWith("< HTTP/", StringComparison.Ordinal) && !text.Contains("\n< HTTP/", StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder();
        bool hasBegun = false;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("< ", StringComparison.Ordinal) || line == "<")
            {
                hasBegun = true;
                kept.Append(line.AsSpan(Math.Min(2, line.Length))).Append('\n');
            }
            else if (hasBegun && !(line.Length > 1 && line[1] == ' ' && line[0] is '*' or '>' or '{' or '}' && IsRemark(line)))
            {
                kept.Append(line).Append('\n');
            }
        }

        return kept.ToString();
    }

    // Formatted JSON has lines such as "} ," too. curl's remarks about data look like "{ [123 bytes data]".
    private static bool IsRemark(string line) => line[0] is '*' or '>' || line.Contains("bytes data]", StringComparison.Ordinal);

    private static RawError? ParseResponse(string text)
    {
        RawError? response = null;
        string rest = text.TrimStart();

        // Other responses may precede the final one: 100 Continue, a proxy's 200, redirects.
        while (rest.StartsWith("HTTP/", StringComparison.Ordinal) && TryParseHead(rest, out int status, out List<KeyValuePair<string, string>> headers, out string body))
        {
            response = new RawError(status, headers, body);
            rest = body;
        }

        return response is null || !response.Headers.Any(header => header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            ? response
            : response with { Body = Dechunk(response.Body) ?? response.Body };
    }

    private static bool TryParseHead(string text, out int status, out List<KeyValuePair<string, string>> headers, out string body)
    {
        headers = [];
        body = "";
        var lines = new StringReader(text);
        string[] first = (lines.ReadLine() ?? "").Split(' ', 3);
        if (first.Length < 2 || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out status) || status is < 100 or > 999)
        {
            status = 0;
            return false;
        }

        while (lines.ReadLine() is { } line && line.Trim().Length > 0)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        body = lines.ReadToEnd();
        return true;
    }

    /// <summary>The body without chunk sizes; null if it has none, because curl removes them.</summary>
    private static string? Dechunk(string body)
    {
        var whole = new StringBuilder(body.Length);
        int at = 0;
        while (at < body.Length)
        {
            int end = body.IndexOf('\n', at);
            if (end < 0 || !int.TryParse(body.AsSpan(at, end - at).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size < 0)
            {
                return null;
            }

            if (size == 0)
            {
                return whole.ToString();
            }

            // Chunk sizes are in bytes, but the input is text, so the end of the chunk is found by counting bytes.
            int length = LengthOf(body.AsSpan(end + 1), size);
            whole.Append(body, end + 1, length);
            at = end + 1 + length;
            at += body.AsSpan(at).StartsWith("\r\n") ? 2 : body.AsSpan(at).StartsWith("\n") ? 1 : 0;
        }

        return whole.ToString();
    }

    private static int LengthOf(ReadOnlySpan<char> text, int bytes)
    {
        int length = 0;
        for (int used = 0; length < text.Length && used < bytes; length++)
        {
            used += text[length] switch { < '\u0080' => 1, < '\u0800' => 2, _ when char.IsSurrogate(text[length]) => 2, _ => 3 };
        }

        return length;
    }

    private static RawError? ParseObject(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            bool isWrapped = root.TryGetProperty("body", out JsonElement body)
                && root.EnumerateObject().All(property => Parts.Contains(property.Name, StringComparer.Ordinal));
            return isWrapped ? new RawError(StatusOf(root), [.. HeadersOf(root)], body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText()) : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Invalid JSON, or half of a surrogate pair: treat it as text.
            return null;
        }
    }

    private static int? StatusOf(JsonElement root) =>
        (root.TryGetProperty("status", out JsonElement status) || root.TryGetProperty("statusCode", out status))
        && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out int number) ? number : null;

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(JsonElement root)
    {
        if (!root.TryGetProperty("headers", out JsonElement headers) || headers.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (JsonProperty header in headers.EnumerateObject())
        {
            IEnumerable<JsonElement> values = header.Value.ValueKind == JsonValueKind.Array ? header.Value.EnumerateArray() : [header.Value];
            foreach (JsonElement value in values)
            {
                yield return new(header.Name, value.ToString());
            }
        }
    }
}
