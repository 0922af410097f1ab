using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FailScope.Benchmarks.Chat;

/// <summary>Answers, or fails as a provider does, without a network: what is left is the cost of the router.</summary>
internal sealed class ScriptedChatClient(Exception? failure) : IChatClient
{
    private static readonly ChatResponseUpdate[] Updates =
    [
        new(ChatRole.Assistant, "one "), new(ChatRole.Assistant, "two "), new(ChatRole.Assistant, "three") { FinishReason = ChatFinishReason.Stop },
    ];

    public int Calls { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        return failure is null
            ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "answer")) { ModelId = options?.ModelId, FinishReason = ChatFinishReason.Stop })
            : Task.FromException<ChatResponse>(failure);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Calls++;
        await Task.CompletedTask.ConfigureAwait(false);
        if (failure is not null)
        {
            throw failure;
        }

        foreach (ChatResponseUpdate update in Updates)
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
