using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>Google's generateContent API, of Gemini and Vertex. https://ai.google.dev/api/generate-content</summary>
internal sealed class GoogleFormat : WireFormat
{
    private const string WholeVerb = ":generateContent";
    private const string StreamVerb = ":streamGenerateContent";

    internal override FakeError UnknownKey => FakeProvider.Google.AuthenticationFailed();

    internal override FakeError UnknownModel => FakeProvider.Google.ModelUnavailable();

    internal override bool Matches(string path) => path.EndsWith(WholeVerb, StringComparison.Ordinal) || path.EndsWith(StreamVerb, StringComparison.Ordinal);

    // The model is part of the path: …/models/gemini-2.5-pro:generateContent.
    internal override string ModelId(Request request, JsonElement body)
    {
        string last = request.Path[(request.Path.LastIndexOf('/') + 1)..];
        return Uri.UnescapeDataString(last[..last.LastIndexOf(':')]);
    }

    internal override bool IsStreaming(Request request, JsonElement body) => request.Path.EndsWith(StreamVerb, StringComparison.Ordinal);

    internal override string Whole(Exchange exchange, FakeAnswer answer)
    {
        string text = string.Concat(Pieces(exchange, answer));
        IEnumerable<string> calls = answer.ToolCalls.Select(CallPart);
        string parts = string.Join(',', text.Length > 0 || answer.ToolCalls.Length == 0 ? calls.Prepend(TextPart(text)) : calls);
        return Response(exchange, parts, answer.IsFinished ? ",\"finishReason\":\"STOP\"" : "");
    }

    internal override IEnumerable<string> Content(Exchange exchange, FakeAnswer answer) =>
        Pieces(exchange, answer).Select(TextPart).Concat(answer.ToolCalls.Select(CallPart)).Select(part => Event(Response(exchange, part, "")));

    internal override string End(Exchange exchange, FakeAnswer answer) => Event(Response(exchange, TextPart(""), ",\"finishReason\":\"STOP\""));

    private static string TextPart(string text) => $$"""{"text":{{Quote(text)}}}""";

    private static string CallPart(FakeToolCall call) => $$$"""{"functionCall":{"name":{{{Quote(call.Name)}}},"args":{{{call.Arguments}}}}}""";

    private static string Response(Exchange exchange, string parts, string finish) =>
        $$$"""{"candidates":[{"content":{"parts":[{{{parts}}}],"role":"model"},"index":0{{{finish}}}}],"usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":8,"totalTokenCount":20},"modelVersion":{{{Quote(exchange.Call.ModelId)}}},"responseId":"response-{{{exchange.Call.Number}}}"}""";
}
