using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>OpenAI's responses API. https://platform.openai.com/docs/api-reference/responses</summary>
internal sealed class OpenAIResponsesFormat : WireFormat
{
    private const string Usage = """{"input_tokens":12,"input_tokens_details":{"cached_tokens":0},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":20}""";

    internal override FakeError UnknownKey => FakeProvider.OpenAI.AuthenticationFailed();

    internal override FakeError UnknownModel => FakeProvider.OpenAI.ModelUnavailable();

    internal override bool Matches(string path) => path.EndsWith("/responses", StringComparison.Ordinal);

    internal override string Whole(Exchange exchange, FakeAnswer answer) => Response(exchange, answer.IsFinished ? "completed" : "in_progress", Output(exchange, answer));

    internal override IEnumerable<string> Content(Exchange exchange, FakeAnswer answer)
    {
        int number = 0;
        yield return Event("response.created", number++, $"\"response\":{Response(exchange, "in_progress", "")}");
        if (Pieces(exchange, answer).Any())
        {
            yield return Event("response.output_item.added", number++, $"\"output_index\":0,\"item\":{Message("", "in_progress")}");
        }

        foreach (string piece in Pieces(exchange, answer))
        {
            yield return Event("response.output_text.delta", number++, $"\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":{Quote(piece)},\"logprobs\":[]");
        }

        int index = Pieces(exchange, answer).Any() ? 1 : 0;
        for (int i = 0; i < answer.ToolCalls.Length; i++)
        {
            string call = ToolCall(answer.ToolCalls[i], i);
            yield return Event("response.output_item.added", number++, $"\"output_index\":{index + i},\"item\":{call}");
            yield return Event("response.output_item.done", number++, $"\"output_index\":{index + i},\"item\":{call}");
        }
    }

    internal override string End(Exchange exchange, FakeAnswer answer)
    {
        string output = Output(exchange, answer);
        return Event("response.completed", Content(exchange, answer).Count(), $"\"response\":{Response(exchange, "completed", output)}");
    }

    internal override string ErrorEvent(Exchange exchange, FakeError error)
    {
        using var body = JsonDocument.Parse(error.StreamedBodyFor(exchange));
        JsonElement detail = body.RootElement.TryGetProperty("error", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object ? inner : body.RootElement;
        return Event("error", 1, $"\"code\":{Quote(Text(detail, "code"))},\"message\":{Quote(Text(detail, "message"))},\"param\":null");
    }

    private static string Event(string type, int number, string more) => $"event: {type}\n" + Event($$"""{"type":"{{type}}","sequence_number":{{number}},{{more}}}""");

    private static string Output(Exchange exchange, FakeAnswer answer)
    {
        string text = string.Concat(Pieces(exchange, answer));
        IEnumerable<string> calls = answer.ToolCalls.Select(ToolCall);
        return string.Join(',', text.Length > 0 || answer.ToolCalls.Length == 0 ? calls.Prepend(Message(text, "completed")) : calls);
    }

    private static string Message(string text, string status)
    {
        string content = status == "completed" ? $$"""{"type":"output_text","text":{{Quote(text)}},"annotations":[],"logprobs":[]}""" : "";
        return $$"""{"id":"msg_1","type":"message","status":"{{status}}","role":"assistant","content":[{{content}}]}""";
    }

    private static string ToolCall(FakeToolCall call, int index) =>
        $$"""{"id":"fc_{{index + 1}}","type":"function_call","status":"completed","call_id":"call_{{index + 1}}","name":{{Quote(call.Name)}},"arguments":{{Quote(call.Arguments)}}}""";

    private static string Response(Exchange exchange, string status, string output) =>
        $$"""{"id":"resp_{{exchange.Call.Number}}","object":"response","created_at":{{Created(exchange)}},"status":"{{status}}","error":null,"incomplete_details":null,"model":{{Quote(exchange.Call.ModelId)}},"output":[{{output}}],"parallel_tool_calls":true,"tool_choice":"auto","tools":[],"usage":{{(status == "completed" ? Usage : "null")}}}""";
}
