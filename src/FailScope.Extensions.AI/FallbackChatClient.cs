using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A chat client that tries the models of a fallback chain in order until one answers.</summary>
/// <remarks>
/// <para>Requests share the clients of the models and, if <see cref="FallbackOptions.Cooldowns"/> is set, the memory between turns.
/// What a request needs (tools in its options; images, audio or files in its messages; a JSON schema for the response) excludes the
/// models that are known to lack it.</para>
/// <para>A stream is buffered until its first content (text, a tool call, reasoning, data). If a model fails before that, the next one is
/// tried. After the first content, no other model is tried, and a failure is thrown to the consumer.</para>
/// <para>Failures that look like responses count as failures: an error in a response with status 200, an error event in a stream, error
/// content, a failed response without text, a stream that ends before it has any content. A stream with a finish
/// reason is a response, even if it is empty.</para>
/// <para>If a provider stores the conversation (<see cref="ChatOptions.ConversationId"/>), only the models under the same API key
/// can continue it. The id that this client returns contains the model's name; pass it back unchanged.</para>
/// </remarks>
public sealed class FallbackChatClient : IChatClient
{
    private readonly FallbackCore _core;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Creates a client for a chain.</summary>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">
    /// Creates the client of a model, when the model is first tried; called once for each model. An exception from it counts as
    /// <see cref="FailureKind.NotConfigured"/>: the models of the same credential are retired for the turn, and no others.
    /// Turn off the retries of these clients: they repeat permanent failures and delay the next model.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    public FallbackChatClient(FallbackChain chain, Func<Model, IChatClient> createClient, FallbackChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(createClient);
        options = options?.Clone() ?? new FallbackChatOptions();
        _core = new FallbackCore(
            chain,
            options,
            new ModelClients(chain, model => createClient(model) is { } client ? new ChatModelClient(client, model) : null, options.LeaveOpen, typeof(FallbackChatClient)),
            new ClientTelemetry(chain, "chat", options.LoggerFactory, typeof(FallbackChatClient)),
            RequestNeeds.ThatMatterTo(chain));
        _metadata = new ChatClientMetadata("failscope", null, chain.Models[0].Id);
    }

    /// <inheritdoc/>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return WholeAnswer.FindAsync<ChatTurn, ChatResponse>(new ChatTurn(_core, messages, options, cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new AnswerStream(_core, messages, options, new FallbackTurn(_core.Chain, _core.Options, cancellationToken, isStream: true));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(FallbackChain) ? _core.Chain
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Disposes the clients that were created, unless <see cref="FallbackClientOptions.LeaveOpen"/> is set.</summary>
    public void Dispose() => _core.Clients.Dispose();
}
