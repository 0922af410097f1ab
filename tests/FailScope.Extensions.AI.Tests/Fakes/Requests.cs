using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>Shorthand for requests.</summary>
internal static class Requests
{
    internal static IReadOnlyList<ChatMessage> Hello { get; } = [new(ChatRole.User, "hello")];

    /// <summary>The text of a response, with or without streaming.</summary>
    internal static async Task<string> AskAsync(this IChatClient client, bool streaming, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        (await client.AnswerAsync(streaming, options, cancellationToken)).Text;

    /// <summary>A response, received as a whole or built from a stream.</summary>
    internal static async Task<ChatResponse> AnswerAsync(this IChatClient client, bool streaming, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        streaming
            ? await client.GetStreamingResponseAsync(Hello, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            : await client.GetResponseAsync(Hello, options, cancellationToken);

    internal static async Task<List<ChatResponseUpdate>> ReadAsync(this IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (ChatResponseUpdate update in stream)
        {
            updates.Add(update);
        }

        return updates;
    }
}
