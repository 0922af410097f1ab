using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>An answer, whole or piece by piece, whichever the call asks for.</summary>
internal sealed class AnswerReply : Reply
{
    internal static AnswerReply Instance { get; } = new();

    internal override Task SendAsync(HttpContext context, ProviderCall call)
    {
        string text = $"This is {call.ModelId} speaking.";
        if (call.IsStreaming)
        {
            return new StreamReply(StreamPart.Text(text), StreamPart.Finish).SendAsync(context, call);
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            JsonSerializer.Serialize(new
            {
                id = "chatcmpl-demo",
                @object = "chat.completion",
                created = 1_785_000_000,
                model = call.ModelId,
                choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" } },
                usage = new { prompt_tokens = 12, completion_tokens = 8, total_tokens = 20 },
            }),
            context.RequestAborted);
    }
}
