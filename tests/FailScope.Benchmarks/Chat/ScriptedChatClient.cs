using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FailScope.Benchmarks.Chat;

/// <summary>Answers or fails like a provider, but without a network, so that only the cost of the router is measured.</summary>
/// <remarks>
/// <para>Every call gets new objects, as from an SDK. An exception that is thrown repeatedly grows with the stack trace of
/// each throw: with a shared one, a router that throws it would get slower with every call, up to a thousand times, which
/// says nothing about the router. An update that is returned twice would still contain what the router wrote to it.</para>
/// <para>Its default model is its own model, as with the clients of the SDKs. A router that is a list of clients requires this.</para>
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
