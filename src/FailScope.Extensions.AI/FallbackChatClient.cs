using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A chat client that walks down a fallback chain until a model answers.</summary>
/// <remarks>
/// <para>Requests share the clients of the models and, where <see cref="FallbackOptions.Cooldowns"/> is set, what earlier ones
/// learned; nothing else. What a request needs (tools in its options,
/// images, audio or files among its messages, a JSON schema asked for) rules out the models that are known to lack it.</para>
/// <para>A stream is held back until its first content (text, a tool call, reasoning, data). What fails before that falls back;
/// after it, nothing is replayed, and a failure is thrown to the consumer.</para>
/// <para>Failures that come dressed as answers count as failures: an error inside a 200, an error event in a stream, error
/// content, a failed response without text, a stream that breaks off before it said anything. A stream with a finish
/// reason is an answer, even where it is empty.</para>
/// <para>Where a provider keeps the conversation (<see cref="ChatOptions.ConversationId"/>), only the models under the key that it
/// is kept under can go on with it. The id that comes out of this client names that key, and is to be passed back as it is.</para>
/// </remarks>
public sealed class FallbackChatClient : IChatClient
{
    private readonly FallbackCore _core;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Makes a client over a chain.</summary>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">
    /// Makes the client of a model, when the model is first tried; called once for each. What it throws counts as
    /// <see cref="FailureKind.NotConfigured"/>: the models of the same credential are given up for the turn, and no others.
    /// Retries that a client makes by itself should be off: they repeat what fails for good, and delay the next model.
    /// </param>
    /// <param name="options">Limits and choices; null for the defaults.</param>
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

    /// <summary>Disposes of the clients that were made, unless <see cref="FallbackClientOptions.LeaveOpen"/> says otherwise.</summary>
    public void Dispose() => _core.Clients.Dispose();
}
