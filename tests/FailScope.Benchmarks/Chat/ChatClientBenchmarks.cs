using BenchmarkDotNet.Attributes;
using FailScope.Benchmarks.Runtime;
using Microsoft.Extensions.AI;

namespace FailScope.Benchmarks.Chat;

/// <summary>
/// Compares <see cref="FallbackChatClient"/> with <see cref="OrderedFailoverChatClient"/>, with the same ten scripted clients:
/// the first answers, the first fails, nine fail. The failures retire only one model each, so that both clients
/// make the same calls.
/// </summary>
[MemoryDiagnoser]
public class ChatClientBenchmarks
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.User, "Say something.")];

    private FallbackChatClient _failScope = null!;
    private OrderedFailoverChatClient _ordered = null!;

    /// <summary>The number of models that fail before one answers.</summary>
    [Params(0, 1, 9)]
    public int Failing { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        ScriptedChatClient[] clients = [.. Fleet.Chain.Models.Select((model, i) => new ScriptedChatClient(model.Id, i < Failing))];
        int next = 0;
        Dictionary<Model, IChatClient> byModel = Fleet.Chain.Models.ToDictionary(model => model, _ => (IChatClient)clients[next++]);
        _failScope = new FallbackChatClient(Fleet.Chain, model => byModel[model]);
        _ordered = new OrderedFailoverChatClient(clients);
    }

    [Benchmark]
    public Task<ChatResponse> FailScope() => _failScope.GetResponseAsync(Messages);

    [Benchmark(Baseline = true)]
    public Task<ChatResponse> OrderedFailover() => _ordered.GetResponseAsync(Messages);

    [Benchmark]
    public Task<int> FailScopeStreaming() => CountAsync(_failScope.GetStreamingResponseAsync(Messages));

    [Benchmark]
    public Task<int> OrderedFailoverStreaming() => CountAsync(_ordered.GetStreamingResponseAsync(Messages));

    private static async Task<int> CountAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        int count = 0;
        await foreach (ChatResponseUpdate _ in updates.ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }
}
