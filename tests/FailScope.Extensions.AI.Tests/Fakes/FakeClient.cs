using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>The client of one model. By default it answers with the model's name.</summary>
internal sealed class FakeClient(Model model) : IChatClient
{
    internal Func<FakeCall, Task<ChatResponse>> Answer { get; set; } = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, model.Name)));

    internal Func<FakeCall, IAsyncEnumerable<ChatResponseUpdate>> Stream { get; set; } = _ => new FakeStream().Role().Text(model.Name).Stop();

    internal List<FakeCall> Calls { get; } = [];

    internal int Disposals { get; private set; }

    internal Exception? FailsToClose { get; set; }

    /// <summary>The metadata of the client; by default its model is the default model.</summary>
    internal ChatClientMetadata? Metadata { get; set; } = new("fake", null, model.Id);

    /// <summary>The reader for the responses of the client; null by default.</summary>
    internal IAnswerReader? Reader { get; set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Answer(Note(messages, options, cancellationToken));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Stream(Note(messages, options, cancellationToken));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType == typeof(IAnswerReader) ? Reader : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        Disposals++;
        if (FailsToClose is not null)
        {
            throw FailsToClose;
        }
    }

    private FakeCall Note(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var call = new FakeCall([.. messages], options, cancellationToken);
        lock (Calls)
        {
            Calls.Add(call);
        }

        return call;
    }
}
