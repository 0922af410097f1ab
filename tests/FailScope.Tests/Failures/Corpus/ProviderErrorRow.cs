using System.Text.Json;

namespace FailScope.Tests.Failures.Corpus;

/// <summary>One failure as it came over the wire, and what it is.</summary>
/// <param name="Name">Who said it, and what about.</param>
/// <param name="Error">Status, headers and body.</param>
/// <param name="Kind">The right answer.</param>
internal sealed record ProviderErrorRow(string Name, ProviderError Error, FailureKind Kind)
{
    /// <summary>The rows of this repository: <c>Corpus/provider-errors.json</c>.</summary>
    internal static IReadOnlyList<ProviderErrorRow> ReadOwn()
    {
        using Stream stream = typeof(ProviderErrorRow).Assembly.GetManifestResourceStream("provider-errors.json")!;
        return Read(stream, "name");
    }

    /// <summary>The rows of a file that has the same fields, the body as text.</summary>
    internal static IReadOnlyList<ProviderErrorRow> ReadFile(string path)
    {
        using Stream stream = File.OpenRead(path);
        return Read(stream, "id");
    }

    private static List<ProviderErrorRow> Read(Stream stream, string nameField)
    {
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(row => new ProviderErrorRow(
            row.GetProperty(nameField).GetString()!,
            new ProviderError
            {
                StatusCode = row.GetProperty("status").GetInt32(),
                Headers = HeadersOf(row),
                Body = row.GetProperty("body") is { ValueKind: JsonValueKind.String } text ? text.GetString() : row.GetProperty("body").GetRawText(),
            },
            Enum.Parse<FailureKind>(row.GetProperty("kind").GetString()!)))];
    }

    private static List<KeyValuePair<string, string>> HeadersOf(JsonElement row) =>
        row.TryGetProperty("headers", out JsonElement headers)
            ? [.. headers.EnumerateObject().Select(header => new KeyValuePair<string, string>(header.Name, header.Value.GetString()!))]
            : [];
}
