using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>The wire format of one kind of API.</summary>
internal abstract class WireFormat
{
    private static readonly WireFormat[] All = [new OpenAIChatFormat(), new OpenAIResponsesFormat(), new OpenAIEmbeddingFormat(), new AnthropicFormat(), new GoogleFormat(), new OllamaFormat()];

    /// <summary>The media type of a stream.</summary>
    internal virtual string StreamContentType => "text/event-stream";

    /// <summary>Whether the API accepts calls without a key.</summary>
    internal virtual bool TakesCallsWithoutKey => false;

    /// <summary>The error for a key that the provider does not know.</summary>
    internal abstract FakeError UnknownKey { get; }

    /// <summary>The error for a model that the provider does not have.</summary>
    internal abstract FakeError UnknownModel { get; }

    /// <summary>The format for a path; null if no supported API has this path.</summary>
    internal static WireFormat? Find(string path) => Array.Find(All, format => format.Matches(path));

    /// <summary>Whether a path belongs to this API.</summary>
    internal abstract bool Matches(string path);

    /// <summary>The id of the requested model; empty if there is none.</summary>
    internal virtual string ModelId(Request request, JsonElement body) => Text(body, "model");

    /// <summary>Whether the request asks for a stream.</summary>
    internal virtual bool IsStreaming(Request request, JsonElement body) => body.TryGetProperty("stream", out JsonElement stream) && stream.ValueKind == JsonValueKind.True;

    /// <summary>The body of a complete response.</summary>
    internal abstract string Whole(Exchange exchange, FakeAnswer answer);

    /// <summary>The parts of a stream up to the last content, each in its wire format.</summary>
    internal abstract IEnumerable<string> Content(Exchange exchange, FakeAnswer answer);

    /// <summary>The end of a complete stream, after the content.</summary>
    internal abstract string End(Exchange exchange, FakeAnswer answer);

    /// <summary>An error inside a stream.</summary>
    internal virtual string ErrorEvent(Exchange exchange, FakeError error) => Event(error.StreamedBodyFor(exchange));

    /// <summary>The pieces of text that are not empty; if no text is set, a sentence that names the model.</summary>
    protected static IEnumerable<string> Pieces(Exchange exchange, FakeAnswer answer) =>
        (answer.Pieces ?? [$"This is {exchange.Call.ModelId} speaking."]).Where(piece => piece.Length > 0);

    protected static string Event(string data) => $"data: {data}\n\n";

    /// <summary>A JSON string, including the quotes.</summary>
    protected static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    protected static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    protected static long Created(Exchange exchange) => exchange.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
}
