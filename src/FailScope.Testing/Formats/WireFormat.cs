using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>How an answer looks on the wire of one kind of API.</summary>
internal abstract class WireFormat
{
    private static readonly WireFormat[] All = [new OpenAIChatFormat(), new OpenAIResponsesFormat(), new OpenAIEmbeddingFormat(), new AnthropicFormat(), new GoogleFormat(), new OllamaFormat()];

    /// <summary>The media type of a stream.</summary>
    internal virtual string StreamContentType => "text/event-stream";

    /// <summary>Whether a call without a key is one that the API takes.</summary>
    internal virtual bool TakesCallsWithoutKey => false;

    /// <summary>The refusal of a key that the provider does not know.</summary>
    internal abstract FakeError UnknownKey { get; }

    /// <summary>The refusal of a model that the provider does not have.</summary>
    internal abstract FakeError UnknownModel { get; }

    /// <summary>The format of a path; null where no API that is played here has it.</summary>
    internal static WireFormat? Find(string path) => Array.Find(All, format => format.Matches(path));

    /// <summary>Whether a path is of this API.</summary>
    internal abstract bool Matches(string path);

    /// <summary>The id of the model that is asked for; empty where there is none.</summary>
    internal virtual string ModelId(Request request, JsonElement body) => Text(body, "model");

    /// <summary>Whether the answer is asked for piece by piece.</summary>
    internal virtual bool IsStreaming(Request request, JsonElement body) => body.TryGetProperty("stream", out JsonElement stream) && stream.ValueKind == JsonValueKind.True;

    /// <summary>The body of a whole answer.</summary>
    internal abstract string Whole(Exchange exchange, FakeAnswer answer);

    /// <summary>The parts of a stream up to the last content, each as it is sent.</summary>
    internal abstract IEnumerable<string> Content(Exchange exchange, FakeAnswer answer);

    /// <summary>What comes after the content where the answer is complete.</summary>
    internal abstract string End(Exchange exchange, FakeAnswer answer);

    /// <summary>An error within a stream.</summary>
    internal virtual string ErrorEvent(Exchange exchange, FakeError error) => Event(error.StreamedBodyFor(exchange));

    /// <summary>The pieces of text that are not empty; for an answer without a text of its own, a sentence that names the model.</summary>
    protected static IEnumerable<string> Pieces(Exchange exchange, FakeAnswer answer) =>
        (answer.Pieces ?? [$"This is {exchange.Call.ModelId} speaking."]).Where(piece => piece.Length > 0);

    protected static string Event(string data) => $"data: {data}\n\n";

    /// <summary>A JSON string, quotes included.</summary>
    protected static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    protected static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    protected static long Created(Exchange exchange) => exchange.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
}
