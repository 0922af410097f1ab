using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FailScope.Benchmarks.Chat;

/// <summary>Answers, or fails as a provider does, without a network: what is left is the cost of the router.</summary>
/// <remarks>
/// <para>Every call gets objects of its own, as from an SDK. An exception that is thrown again and again grows by the stack of
/// each throw: with one for all calls a router that throws it is slower with every call, by the thousandfold in the end, and that
/// says nothing about the router. An update that is given out twice still bears what the router wrote onto it.</para>
/// <para>It knows its model, as the clients of the SDKs do: a router that is a list of clients can be built of no others.</para>
/// </remarks>
internal sealed class ScriptedChatClient(string modelId, bool fails) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new("scripted", null, modelId);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        fails
            ? Task.FromException<ChatResponse>(Overloaded())
            : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "answer")) { ModelId = modelId, FinishReason = ChatFinishReason.Stop });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (fails)
        {
            throw Overloaded();
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, "one ") { ModelId = modelId };
        yield return new ChatResponseUpdate(ChatRole.Assistant, "two ") { ModelId = modelId };
        yield return new ChatResponseUpdate(ChatRole.Assistant, "three") { ModelId = modelId, FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? _metadata : null;

    public void Dispose()
    {
    }

    private static HttpRequestException Overloaded() => new("overloaded", null, HttpStatusCode.ServiceUnavailable);
}
