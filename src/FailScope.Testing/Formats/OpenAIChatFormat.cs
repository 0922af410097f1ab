using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>OpenAI's chat completions API, which most providers support. https://platform.openai.com/docs/api-reference/chat</summary>
internal sealed class OpenAIChatFormat : WireFormat
{
    private const string Usage = """{"prompt_tokens":12,"completion_tokens":8,"total_tokens":20}""";

    internal override FakeError UnknownKey => FakeProvider.OpenAI.AuthenticationFailed();

    internal override FakeError UnknownModel => FakeProvider.OpenAI.ModelUnavailable();

    internal override bool Matches(string path) => path.EndsWith("/chat/completions", StringComparison.Ordinal);

    internal override string Whole(Exchange exchange, FakeAnswer answer)
    {
        string text = string.Concat(Pieces(exchange, answer));
        string content = text.Length == 0 && answer.ToolCalls.Length > 0 ? "null" : Quote(text);
        string tools = answer.ToolCalls.Length == 0 ? "" : $",\"tool_calls\":{ToolCalls(answer, indexed: false)}";
        return $$$"""{"id":"chatcmpl-{{{exchange.Call.Number}}}","object":"chat.completion","created":{{{Created(exchange)}}},"model":{{{Quote(exchange.Call.ModelId)}}},"choices":[{"index":0,"message":{"role":"assistant","content":{{{content}}}{{{tools}}}},"finish_reason":{{{FinishReason(answer)}}}}],"usage":{{{Usage}}}}""";
    }

    internal override IEnumerable<string> Content(Exchange exchange, FakeAnswer answer)
    {
        yield return Chunk(exchange, """{"role":"assistant","content":""}""");
        foreach (string piece in Pieces(exchange, answer))
        {
            yield return Chunk(exchange, $$"""{"content":{{Quote(piece)}}}""");
        }

        if (answer.ToolCalls.Length > 0)
        {
            yield return Chunk(exchange, $$"""{"tool_calls":{{ToolCalls(answer, indexed: true)}}}""");
        }
    }

    internal override string End(Exchange exchange, FakeAnswer answer) =>
        Chunk(exchange, "{}", FinishReason(answer), $",\"usage\":{Usage}") + Event("[DONE]");

    private static string Chunk(Exchange exchange, string delta, string finishReason = "null", string more = "") =>
        Event($$$"""{"id":"chatcmpl-{{{exchange.Call.Number}}}","object":"chat.completion.chunk","created":{{{Created(exchange)}}},"model":{{{Quote(exchange.Call.ModelId)}}},"choices":[{"index":0,"delta":{{{delta}}},"finish_reason":{{{finishReason}}}}]{{{more}}}}""");

    private static string FinishReason(FakeAnswer answer) =>
        !answer.IsFinished ? "null" : answer.ToolCalls.Length > 0 ? "\"tool_calls\"" : "\"stop\"";

    // In a stream, each part of a tool call contains the call's index.
    private static string ToolCalls(FakeAnswer answer, bool indexed) => "[" + string.Join(',', answer.ToolCalls.Select((call, i) =>
        $$$"""{{{{(indexed ? $"\"index\":{i}," : "")}}}"id":"call_{{{i + 1}}}","type":"function","function":{"name":{{{Quote(call.Name)}}},"arguments":{{{Quote(call.Arguments)}}}}}""")) + "]";
}
