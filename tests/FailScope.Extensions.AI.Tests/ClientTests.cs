using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>How the clients of the models are made, kept and closed.</summary>
public class ClientTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_client_is_made_when_its_model_is_first_tried_and_kept(bool streaming)
    {
        var made = new List<Model>();
        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model =>
        {
            made.Add(model);
            return fleet[model];
        });
        Assert.Empty(made);
        await client.AskAsync(streaming, cancellationToken: Test);
        await client.AskAsync(streaming, cancellationToken: Test);
        Assert.Equal([Shop.Large], made);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_client_that_cannot_be_made_loses_the_models_of_its_key_and_no_others(bool streaming)
    {
        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model =>
            model.Credential == Shop.Main ? throw new InvalidOperationException("no key here") : fleet[model]);
        ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("Elsewhere", response.Text);
        FallbackTrail trail = response.GetFallbackTrail()!;
        Assert.Equal(FailureKind.NotConfigured, trail.Attempts[0].Failure!.Kind);
        Assert.IsType<InvalidOperationException>(Assert.IsType<ModelNotConfiguredException>(trail.Attempts[0].Exception).InnerException);
        Assert.Equal([Shop.Medium, Shop.SmallFree], trail.Skipped.Select(skipped => skipped.Model));
        Assert.All(trail.Skipped, skipped => Assert.Equal(Shop.Main.CredentialScope, skipped.Scope));
    }

    [Fact]
    public async Task A_factory_that_gives_nothing_is_one_that_cannot_make_a_client()
    {
        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model => model.Credential == Shop.Main ? null! : fleet[model]);
        Assert.Equal("Elsewhere", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Fact]
    public async Task What_could_not_be_made_is_tried_again_in_the_next_turn()
    {
        bool hasKey = false;
        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model =>
            model.Credential == Shop.Main && !hasKey ? throw new InvalidOperationException() : fleet[model]);
        Assert.Equal("Elsewhere", await client.AskAsync(streaming: false, cancellationToken: Test));
        hasKey = true;
        Assert.Equal("Large", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Fact]
    public async Task A_chain_without_any_key_says_so()
    {
        using var client = new FallbackChatClient(Shop.All, model => throw new ModelNotConfiguredException(model));
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.StartsWith("No model of the chain 'All' answered: no key is configured.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(2, thrown.Trail.Attempts.Count);
    }

    [Fact]
    public async Task Disposal_closes_each_client_that_was_made_once()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, cancellationToken: Test);
        client.Dispose();
        client.Dispose();
        Assert.Equal([1, 1, 0, 0], Shop.All.Models.Select(model => fleet[model].Disposals));
    }

    [Fact]
    public async Task Clients_can_be_left_open()
    {
        var fleet = new Fleet();
        FallbackChatClient client = fleet.Over(new FallbackChatOptions { LeaveOpen = true });
        await client.AskAsync(streaming: false, cancellationToken: Test);
        client.Dispose();
        Assert.Equal(0, fleet[Shop.Large].Disposals);
    }

    [Fact]
    public async Task A_client_that_fails_to_close_does_not_keep_the_others_open()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        fleet[Shop.Large].FailsToClose = new InvalidOperationException("close");
        FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, cancellationToken: Test);
        Assert.Same(fleet[Shop.Large].FailsToClose, Assert.Throws<InvalidOperationException>(client.Dispose));
        Assert.Equal(1, fleet[Shop.Medium].Disposals);
    }

    [Fact]
    public async Task A_closed_client_makes_no_new_ones()
    {
        FallbackChatClient client = new Fleet().Over();
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_client_is_made_once_however_many_ask_at_once()
    {
        int made = 0;
        using var ready = new Barrier(8);
        using var client = new FallbackChatClient(Shop.All, model =>
        {
            Interlocked.Increment(ref made);
            return new FakeClient(model);
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                ready.SignalAndWait(Test);
                return client.AskAsync(streaming: false, cancellationToken: Test);
            },
            Test,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
        Assert.Equal(1, made);
    }
}
