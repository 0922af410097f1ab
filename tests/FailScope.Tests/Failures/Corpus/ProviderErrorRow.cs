using System.Text.Json;

namespace FailScope.Tests.Failures.Corpus;

/// <summary>One recorded failure, and its kind.</summary>
/// <param name="Name">The provider and the subject.</param>
/// <param name="Error">Status, headers and body.</param>
/// <param name="Kind">The correct kind.</param>
/// <param name="Also">Other kinds that are correct too.</param>
internal sealed record ProviderErrorRow(string Name, ProviderError Error, FailureKind Kind, IReadOnlyList<FailureKind> Also)
{
    /// <summary>All correct kinds.</summary>
    internal IEnumerable<FailureKind> RightKinds => Also.Prepend(Kind);

    /// <summary>The rows of this repository: <c>Corpus/provider-errors.json</c>.</summary>
    internal static IReadOnlyList<ProviderErrorRow> ReadOwn()
    {
        using Stream stream = typeof(ProviderErrorRow).Assembly.GetManifestResourceStream("provider-errors.json")!;
        return Read(stream);
    }

    /// <summary>The rows of a file with the same fields, named by an <c>id</c> or a <c>name</c>.</summary>
    internal static IReadOnlyList<ProviderErrorRow> ReadFile(string path)
    {
        using Stream stream = File.OpenRead(path);
        return Read(stream);
    }

    private static List<ProviderErrorRow> Read(Stream stream)
    {
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(row => new ProviderErrorRow(
            (row.TryGetProperty("id", out JsonElement id) ? id : row.GetProperty("name")).GetString()!,
            new ProviderError
            {
                StatusCode = row.GetProperty("status").GetInt32(),
                Headers = HeadersOf(row),
                Body = row.GetProperty("body") is { ValueKind: JsonValueKind.String } text ? text.GetString() : row.GetProperty("body").GetRawText(),
            },
            Enum.Parse<FailureKind>(row.GetProperty("kind").GetString()!),
            row.TryGetProperty("also", out JsonElement also) ? [.. also.EnumerateArray().Select(kind => Enum.Parse<FailureKind>(kind.GetString()!))] : []))];
    }

    private static List<KeyValuePair<string, string>> HeadersOf(JsonElement row) =>
        row.TryGetProperty("headers", out JsonElement headers)
            ? [.. headers.EnumerateObject().Select(header => new KeyValuePair<string, string>(header.Name, header.Value.GetString()!))]
            : [];
}
