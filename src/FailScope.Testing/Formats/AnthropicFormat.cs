using FailScope.Testing.Http;

namespace FailScope.Testing.Formats;

/// <summary>Anthropic's messages API. https://docs.claude.com/en/api/messages</summary>
internal sealed class AnthropicFormat : WireFormat
{
    internal override FakeError UnknownKey => FakeProvider.Anthropic.AuthenticationFailed();

    internal override FakeError UnknownModel => FakeProvider.Anthropic.ModelUnavailable();

    internal override bool Matches(string path) => path.EndsWith("/messages", StringComparison.Ordinal);

    internal override string Whole(Exchange exchange, FakeAnswer answer)
    {
        string text = string.Concat(Pieces(exchange, answer));
        IEnumerable<string> blocks = answer.ToolCalls.Select((call, i) => ToolUse(call, i, call.Arguments));
        if (text.Length > 0 || answer.ToolCalls.Length == 0)
        {
            blocks = blocks.Prepend($$"""{"type":"text","text":{{Quote(text)}}}""");
        }

        return Message(exchange, string.Join(',', blocks), StopReason(answer), outputTokens: 8);
    }

    internal override IEnumerable<string> Content(Exchange exchange, FakeAnswer answer)
    {
        yield return Event("message_start", $$"""{"type":"message_start","message":{{Message(exchange, "", "null", outputTokens: 1)}}}""");
        int index = 0;
        string[] pieces = [.. Pieces(exchange, answer)];
        if (pieces.Length > 0)
        {
            yield return Start(index, """{"type":"text","text":""}""");
            foreach (string piece in pieces)
            {
                yield return Delta(index, $$"""{"type":"text_delta","text":{{Quote(piece)}}}""");
            }

            // If nothing follows, the block of the last text stays open, and End closes it.
            if (answer.ToolCalls.Length > 0)
            {
                yield return Stop(index);
            }

            index++;
        }

        for (int i = 0; i < answer.ToolCalls.Length; i++)
        {
            yield return Start(index + i, ToolUse(answer.ToolCalls[i], i, "{}"));
            yield return Delta(index + i, $$"""{"type":"input_json_delta","partial_json":{{Quote(answer.ToolCalls[i].Arguments)}}}""");
            if (i < answer.ToolCalls.Length - 1)
            {
                yield return Stop(index + i);
            }
        }
    }

    internal override string End(Exchange exchange, FakeAnswer answer)
    {
        int blocks = (Pieces(exchange, answer).Any() ? 1 : 0) + answer.ToolCalls.Length;
        return (blocks > 0 ? Stop(blocks - 1) : "")
            + Event("message_delta", $$$"""{"type":"message_delta","delta":{"stop_reason":{{{StopReason(answer)}}},"stop_sequence":null},"usage":{"output_tokens":8}}""")
            + Event("message_stop", """{"type":"message_stop"}""");
    }

    internal override string ErrorEvent(Exchange exchange, FakeError error) => Event("error", error.StreamedBodyFor(exchange));

    private static string Event(string name, string data) => $"event: {name}\n{Event(data)}";

    private static string Start(int index, string block) =>
        Event("content_block_start", $$"""{"type":"content_block_start","index":{{index}},"content_block":{{block}}}""");

    private static string Delta(int index, string delta) =>
        Event("content_block_delta", $$"""{"type":"content_block_delta","index":{{index}},"delta":{{delta}}}""");

    private static string Stop(int index) => Event("content_block_stop", $$"""{"type":"content_block_stop","index":{{index}}}""");

    private static string ToolUse(FakeToolCall call, int index, string input) =>
        $$"""{"type":"tool_use","id":"toolu_{{index + 1}}","name":{{Quote(call.Name)}},"input":{{input}}}""";

    private static string StopReason(FakeAnswer answer) =>
        !answer.IsFinished ? "null" : answer.ToolCalls.Length > 0 ? "\"tool_use\"" : "\"end_turn\"";

    private static string Message(Exchange exchange, string content, string stopReason, int outputTokens) =>
        $$$"""{"id":"msg_{{{exchange.Call.Number}}}","type":"message","role":"assistant","model":{{{Quote(exchange.Call.ModelId)}}},"content":[{{{content}}}],"stop_reason":{{{stopReason}}},"stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":{{{outputTokens}}}}}""";
}
