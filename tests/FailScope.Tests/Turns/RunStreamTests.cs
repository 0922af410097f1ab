using FailScope.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Tests.Turns;

/// <summary>Streams of any item type: they fall back before the first content, and never after it.</summary>
public class RunStreamTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_isContent_the_first_item_is_content()
    {
        var calls = new List<Model>();
        IAsyncEnumerable<string> stream = Shop.All.RunStreamAsync((model, _) => Gives(calls, model, fails: model == Shop.Large ? 0 : null, model.Name, "end"), cancellationToken: Test);
        Assert.Empty(calls);
        Assert.Equal(["Medium", "end"], await ReadAsync(stream));
        Assert.Equal([Shop.Large, Shop.Medium], calls);
    }

    [Fact]
    public async Task Items_before_the_content_are_buffered_and_returned_with_it()
    {
        var calls = new List<Model>();
        IAsyncEnumerable<string> stream = Shop.All.RunStreamAsync(
            (model, _) => Gives(calls, model, fails: model == Shop.Large ? 2 : null, "", "", model.Name),
            isContent: item => item.Length > 0,
            cancellationToken: Test);
        Assert.Equal(["", "", "Medium"], await ReadAsync(stream));
    }

    [Fact]
    public async Task After_the_first_content_no_other_model_is_tried()
    {
        var calls = new List<Model>();
        IAsyncEnumerable<string> stream = Shop.All.RunStreamAsync((model, _) => Gives(calls, model, fails: 1, model.Name, "never"), cancellationToken: Test);
        var read = new List<string>();
        await Assert.ThrowsAsync<FailedCallException>(async () =>
        {
            await foreach (string item in stream)
            {
                read.Add(item);
            }
        });
        Assert.Equal(["Large"], read);
        Assert.Equal([Shop.Large], calls);
    }

    [Fact]
    public async Task A_stream_without_items_is_a_response()
    {
        Assert.Empty(await ReadAsync(Shop.All.RunStreamAsync((model, _) => Gives([], model, fails: null), cancellationToken: Test)));
    }

    [Fact]
    public async Task Each_enumeration_is_a_separate_turn()
    {
        var calls = new List<Model>();
        IAsyncEnumerable<string> stream = Shop.All.RunStreamAsync(calls, static (calls, model, _) => Gives(calls, model, fails: null, model.Name), cancellationToken: Test);
        Assert.Equal(["Large"], await ReadAsync(stream));
        Assert.Equal(["Large"], await ReadAsync(stream));
        Assert.Equal([Shop.Large, Shop.Large], calls);
    }

    [Fact]
    public async Task The_exception_of_an_exhausted_chain_mentions_every_model()
    {
        IAsyncEnumerable<string> stream = Shop.Pair.RunStreamAsync((model, _) => Gives([], model, fails: 0), cancellationToken: Test);
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => ReadAsync(stream));
        Assert.Equal(2, thrown.Trail.Attempts.Count);
    }

    [Fact]
    public async Task A_stream_that_is_silent_for_too_long_falls_back()
    {
        var clock = new FakeTimeProvider();
        var attempts = new List<FallbackAttempt>();
        var options = new FallbackOptions { FirstContentTimeout = TimeSpan.FromSeconds(5), TimeProvider = clock, OnAttempt = attempts.Add };
        IAsyncEnumerable<string> stream = Shop.All.RunStreamAsync((model, token) => model == Shop.Large ? Hangs(clock, token) : Gives([], model, fails: null, model.Name), options: options, cancellationToken: Test);
        Assert.Equal(["Medium"], await ReadAsync(stream));
        Assert.Equal("no content within 5 s", attempts[0].Failure!.Evidence);
    }

    private static async IAsyncEnumerable<string> Gives(List<Model> calls, Model model, int? fails, params string[] items)
    {
        calls.Add(model);
        for (int i = 0; i <= items.Length; i++)
        {
            await Task.Yield();
            if (i == fails)
            {
                throw new FailedCallException(new Failure(FailureKind.Overloaded));
            }

            if (i < items.Length)
            {
                yield return items[i];
            }
        }
    }

    private static async IAsyncEnumerable<string> Hangs(FakeTimeProvider clock, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await SilentCall.WaitAsync<string>(cancellationToken, () => clock.Advance(TimeSpan.FromSeconds(5)));
    }

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<string> stream)
    {
        var items = new List<string>();
        await foreach (string item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
