using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A chat client that walks down a fallback chain until a model answers.</summary>
public sealed class FallbackChatClient : IChatClient
{
    private readonly FallbackChain _chain;
    private readonly FallbackChatOptions _options;
    private readonly ModelClients _clients;

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
        _chain = chain;
        _options = options?.Clone() ?? new FallbackChatOptions();
        _clients = new ModelClients(chain, createClient, _options.LeaveOpen);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        FallbackResult<ChatResponse> result = await _chain.RunWithTrailAsync(
            (model, token) =>
            {
                ModelClient client = _clients.Get(model);
                return client.Client.GetResponseAsync(messages, client.Adapt(options, _options.ConfigureOptions), token);
            },
            _options,
            cancellationToken).ConfigureAwait(false);
        (result.Value.AdditionalProperties ??= [])[FallbackProperties.Trail] = result.Trail;
        return result.Value;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(FallbackChain) ? _chain
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Disposes of the clients that were made, unless <see cref="FallbackChatOptions.LeaveOpen"/> says otherwise.</summary>
    public void Dispose() => _clients.Dispose();
}
