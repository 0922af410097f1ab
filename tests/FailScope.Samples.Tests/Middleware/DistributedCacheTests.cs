using FailScope.Samples.Catalog;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace FailScope.Samples.Tests.Middleware;

/// <summary><c>UseDistributedCache</c> belongs outside the fallback client, where a cached response costs no call.</summary>
public sealed class DistributedCacheTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    public static TheoryData<bool> Streamed => [false, true];

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task Outside_the_second_request_calls_no_model_and_its_response_names_the_model(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat).AsBuilder().UseDistributedCache(_cache).Build();
        ChatResponse first = await AskAsync(chat, streamed);
        ChatResponse second = await AskAsync(chat, streamed);
        Assert.Equal("This is openai/gpt-oss-20b:free speaking.", second.Text);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(Models.GptOssFree.Id, second.ModelId);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree);
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task Outside_a_request_without_a_response_is_tried_again(bool streamed)
    {
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat).AsBuilder().UseDistributedCache(_cache).Build();
        _upstream.When(_ => true).Reply(FakeProvider.OpenRouter.RateLimited());
        await Assert.ThrowsAsync<FallbackExhaustedException>(() => AskAsync(chat, streamed));
        _upstream.Reset();
        Assert.Equal("This is anthropic/claude-sonnet-4.5 speaking.", (await AskAsync(chat, streamed)).Text);
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task Inside_the_failing_models_are_called_again_before_the_cached_response_is_found(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
        using IChatClient chat = WithCachesInside();
        ChatResponse first = await AskAsync(chat, streamed);
        Assert.Equal(first.Text, (await AskAsync(chat, streamed)).Text);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree, Models.Sonnet);
    }

    [Fact]
    public async Task Inside_a_cache_shared_by_all_models_needs_the_model_in_its_key()
    {
        FallbackChain reversed = Models.Catalog.CreateChain("GptOss", "Sonnet");
        Assert.Equal("This is anthropic/claude-sonnet-4.5 speaking.", (await AskAsync(WithCachesInside(), streamed: false)).Text);
        Assert.Equal("This is openai/gpt-oss-120b speaking.", (await AskAsync(WithCachesInside(reversed), streamed: false)).Text);

        // Without the model, the cache key consists of messages and options only, and a model gets the response of another.
        Assert.Equal("This is anthropic/claude-sonnet-4.5 speaking.", (await AskAsync(WithCachesInside(keyedByModel: false), streamed: false)).Text);
        Assert.Equal("This is anthropic/claude-sonnet-4.5 speaking.", (await AskAsync(WithCachesInside(reversed, keyedByModel: false), streamed: false)).Text);
    }

    private FallbackChatClient WithCachesInside(FallbackChain? chain = null, bool keyedByModel = true) => Fallback.Over(
        _upstream,
        chain ?? Models.Chat,
        (model, client) => client.AsBuilder()
            .UseDistributedCache(_cache, cache => cache.CacheKeyAdditionalValues = keyedByModel ? [model.ModelScope.Value] : [])
            .Build());

    private static Task<ChatResponse> AskAsync(IChatClient chat, bool streamed) => streamed
        ? chat.GetStreamingResponseAsync("Who answers?", cancellationToken: Test).ToChatResponseAsync(Test)
        : chat.GetResponseAsync("Who answers?", cancellationToken: Test);
}
