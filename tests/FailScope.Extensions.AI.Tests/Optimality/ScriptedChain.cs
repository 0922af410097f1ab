using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>A chain whose models answer and fail according to a script, used in each of the library's ways.</summary>
internal sealed class ScriptedChain : IDisposable
{
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "hello")];

    private readonly FallbackChatClient _client;
    private readonly List<int> _called = [];
    private Func<int, FailureKind?> _script = _ => null;

    internal ScriptedChain(ChainShape shape)
    {
        Chain = shape.Build();
        _client = new FallbackChatClient(Chain, model => new ScriptedClient(this, int.Parse(model.Name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)));
    }

    internal FallbackChain Chain { get; }

    public void Dispose() => _client.Dispose();

    /// <summary>Runs one turn and records which models were called.</summary>
    /// <param name="way">0 is RunAsync, 1 the chat client without streaming, 2 with streaming.</param>
    /// <param name="script">How each model fails; null for a model that answers.</param>
    internal async Task<(IReadOnlyList<int> Called, int? AnsweredBy, FailureKind? Ended)> RunAsync(int way, Func<int, FailureKind?> script)
    {
        _script = script;
        _called.Clear();
        try
        {
            string answer = way switch
            {
                0 => await Chain.RunAsync((model, _) => CallAsync(int.Parse(model.Name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))),
                1 => (await _client.GetResponseAsync(Hello)).Text,
                _ => (await _client.GetStreamingResponseAsync(Hello).ToChatResponseAsync()).Text,
            };
            return (_called, int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture), null);
        }
        catch (FallbackExhaustedException)
        {
            return (_called, null, null);
        }
        catch (FailedCallException failed)
        {
            return (_called, null, failed.Failure.Kind);
        }
    }

    private Task<string> CallAsync(int model)
    {
        _called.Add(model);
        return _script(model) is { } kind
            ? Task.FromException<string>(new FailedCallException(new Failure(kind)))
            : Task.FromResult(model.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class ScriptedClient(ScriptedChain chain, int model) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Task<string> answer = chain.CallAsync(model);
            return answer.Exception is { InnerException: { } failure }
                ? Task.FromException<ChatResponse>(failure)
                : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer.Result)));
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Task<string> answer = chain.CallAsync(model);
            yield return new ChatResponseUpdate { Role = ChatRole.Assistant };
            yield return new ChatResponseUpdate(ChatRole.Assistant, await answer);
            yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
