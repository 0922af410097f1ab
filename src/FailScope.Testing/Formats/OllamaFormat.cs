using System.Globalization;
using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>Ollama's own chat API. https://github.com/ollama/ollama/blob/main/docs/api.md</summary>
internal sealed class OllamaFormat : WireFormat
{
    internal override string StreamContentType => "application/x-ndjson";

    internal override bool TakesCallsWithoutKey => true;

    internal override FakeError UnknownKey => FakeProvider.Ollama.AuthenticationFailed();

    internal override FakeError UnknownModel => FakeProvider.Ollama.ModelUnavailable();

    internal override bool Matches(string path) => path.EndsWith("/api/chat", StringComparison.Ordinal);

    // Ollama streams unless the request turns it off.
    internal override bool IsStreaming(Request request, JsonElement body) => !body.TryGetProperty("stream", out JsonElement stream) || stream.ValueKind != JsonValueKind.False;

    internal override string Whole(Exchange exchange, FakeAnswer answer) => Line(exchange, string.Concat(Pieces(exchange, answer)), answer, Done(answer));

    internal override IEnumerable<string> Content(Exchange exchange, FakeAnswer answer)
    {
        foreach (string piece in Pieces(exchange, answer))
        {
            yield return Line(exchange, piece, null, ",\"done\":false") + "\n";
        }

        if (answer.ToolCalls.Length > 0)
        {
            yield return Line(exchange, "", answer, ",\"done\":false") + "\n";
        }
    }

    internal override string End(Exchange exchange, FakeAnswer answer) => Line(exchange, "", null, Done(answer)) + "\n";

    internal override string ErrorEvent(Exchange exchange, FakeError error) => error.StreamedBodyFor(exchange) + "\n";

    private static string Done(FakeAnswer answer) => answer.IsFinished
        ? ",\"done\":true,\"done_reason\":\"stop\",\"total_duration\":1,\"load_duration\":1,\"prompt_eval_count\":12,\"prompt_eval_duration\":1,\"eval_count\":8,\"eval_duration\":1"
        : ",\"done\":false";

    private static string Line(Exchange exchange, string text, FakeAnswer? withTools, string more)
    {
        string tools = withTools is { ToolCalls.Length: > 0 }
            ? ",\"tool_calls\":[" + string.Join(',', withTools.ToolCalls.Select(call => $$$"""{"function":{"name":{{{Quote(call.Name)}}},"arguments":{{{call.Arguments}}}}}""")) + "]"
            : "";
        string created = exchange.TimeProvider.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return $$$"""{"model":{{{Quote(exchange.Call.ModelId)}}},"created_at":"{{{created}}}","message":{"role":"assistant","content":{{{Quote(text)}}}{{{tools}}}}{{{more}}}}""";
    }
}
