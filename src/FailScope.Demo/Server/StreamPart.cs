using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FailScope.Demo.Server;

/// <summary>One thing that happens in a stream of server-sent events.</summary>
internal abstract record StreamPart
{
    /// <summary>An event with data, which may name the model that was asked for.</summary>
    internal sealed record Event(Func<string, string> DataFor) : StreamPart;

    /// <summary>The connection breaks off.</summary>
    internal sealed record Cut : StreamPart;

    /// <summary>Nothing more comes, and the connection stays open.</summary>
    internal sealed record Stall : StreamPart;

    /// <summary>The opening event: who speaks, and no content yet.</summary>
    internal static StreamPart Role { get; } = new Event(id => Chunk(id, new { role = "assistant", content = "" }, null));

    /// <summary>The model is done.</summary>
    internal static StreamPart Finish { get; } = new Event(id => Chunk(id, new { }, "stop"));

    /// <summary>A piece of the answer.</summary>
    internal static StreamPart Text(string text) => new Event(id => Chunk(id, new { content = text }, null));

    /// <summary>An event as it stands, such as an error.</summary>
    internal static StreamPart Raw([StringSyntax(StringSyntaxAttribute.Json)] string json) => new Event(_ => json);

    private static string Chunk(string modelId, object delta, string? finishReason) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-demo",
        @object = "chat.completion.chunk",
        created = 1_785_000_000,
        model = modelId,
        choices = new[] { new { index = 0, delta, finish_reason = finishReason } },
    });
}
