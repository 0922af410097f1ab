using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>OpenAI's embeddings API. https://platform.openai.com/docs/api-reference/embeddings</summary>
internal sealed class OpenAIEmbeddingFormat : WireFormat
{
    private const int Dimensions = 8;

    internal override FakeError UnknownKey => FakeProvider.OpenAI.AuthenticationFailed();

    internal override FakeError UnknownModel => FakeProvider.OpenAI.ModelUnavailable();

    internal override bool Matches(string path) => path.EndsWith("/embeddings", StringComparison.Ordinal);

    internal override bool IsStreaming(Request request, JsonElement body) => false;

    internal override string Whole(Exchange exchange, FakeAnswer answer)
    {
        using var body = JsonDocument.Parse(exchange.Call.Body);
        bool isBase64 = Text(body.RootElement, "encoding_format") == "base64";
        string[] inputs = [.. Inputs(body.RootElement)];
        var items = inputs.Select((input, i) =>
            $$"""{"object":"embedding","index":{{i}},"embedding":{{Encode(answer.Vector?.AsSpan().ToArray() ?? VectorOf(input), isBase64)}}}""");
        return $$$"""{"object":"list","data":[{{{string.Join(',', items)}}}],"model":{{{Quote(exchange.Call.ModelId)}}},"usage":{"prompt_tokens":{{{inputs.Length}}},"total_tokens":{{{inputs.Length}}}}}""";
    }

    internal override IEnumerable<string> Content(Exchange exchange, FakeAnswer answer) => [];

    internal override string End(Exchange exchange, FakeAnswer answer) => "";

    private static IEnumerable<string> Inputs(JsonElement body) =>
        !body.TryGetProperty("input", out JsonElement input) ? [""]
        : input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().Select(item => item.ToString())
        : [input.ToString()];

    // Equal inputs give equal vectors, in every process; different inputs almost never do.
    private static float[] VectorOf(string input)
    {
        uint hash = 2_166_136_261;
        var vector = new float[Dimensions];
        for (int i = 0; i < Dimensions; i++)
        {
            foreach (char c in input)
            {
                hash = (hash ^ c) * 16_777_619;
            }

            hash = (hash ^ (uint)i) * 16_777_619;
            vector[i] = (hash % 2_000 / 1_000f) - 1;
        }

        return vector;
    }

    // The official library requests the vector as base64 of little-endian bytes.
    private static string Encode(float[] vector, bool isBase64) => isBase64
        ? Quote(Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())))
        : "[" + string.Join(',', vector.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "]";
}
