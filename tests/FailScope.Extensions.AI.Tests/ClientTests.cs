using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace FailScope.Extensions.AI.Tests;

/// <summary>How the clients of the models are created, kept and disposed.</summary>
public class ClientTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    // Large and Medium lack audio input, so a turn with this request starts with SmallFree.
    private static readonly ChatMessage[] Sound = [new(ChatRole.User, [new DataContent(new byte[1], "audio/wav")])];

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_client_is_created_when_its_model_is_first_tried_and_kept(bool streaming)
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
    public async Task A_client_that_cannot_be_created_retires_only_the_models_of_its_key(bool streaming)
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
    public async Task A_factory_that_returns_null_counts_as_not_configured()
    {
        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model => model.Credential == Shop.Main ? null! : fleet[model]);
        Assert.Equal("Elsewhere", await client.AskAsync(streaming: false, cancellationToken: Test));
    }

    [Fact]
    public async Task A_client_that_could_not_be_created_is_tried_again_in_the_next_turn()
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
    public async Task Dispose_disposes_each_created_client_once()
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

    [Theory]
    [InlineData(ServiceLifetime.Scoped, null, 0)]
    [InlineData(ServiceLifetime.Transient, null, 0)]
    [InlineData(ServiceLifetime.Scoped, false, 1)]
    [InlineData(ServiceLifetime.Transient, false, 1)]
    [InlineData(ServiceLifetime.Singleton, null, 0)]
    public async Task A_scoped_registration_leaves_longer_lived_clients_open(ServiceLifetime lifetime, bool? leaveOpen, int disposals)
    {
        var client = new FakeClient(Shop.Large);
        var keyed = new FakeClient(Shop.Large);
        var generator = new FakeGenerator(Library.Embed);
        var keyedGenerator = new FakeGenerator(Library.Embed);
        var services = new ServiceCollection();
        services.AddFallbackChatClient(Shop.All, (_, _) => client, Configure, lifetime);
        services.AddKeyedFallbackChatClient("keyed", Shop.All, (_, _) => keyed, Configure, lifetime);
        services.AddFallbackEmbeddingGenerator(Library.Vectors, (_, _) => generator, Configure, lifetime);
        services.AddKeyedFallbackEmbeddingGenerator("keyed", Library.Vectors, (_, _) => keyedGenerator, Configure, lifetime);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using (AsyncServiceScope scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IChatClient>().AskAsync(streaming: false, cancellationToken: Test);
            await scope.ServiceProvider.GetRequiredKeyedService<IChatClient>("keyed").AskAsync(streaming: false, cancellationToken: Test);
            await scope.ServiceProvider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["a"], cancellationToken: Test);
            await scope.ServiceProvider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("keyed").GenerateAsync(["a"], cancellationToken: Test);
        }

        Assert.Equal([disposals, disposals, disposals, disposals], [client.Disposals, keyed.Disposals, generator.Disposals, keyedGenerator.Disposals]);

        void Configure(FallbackClientOptions options) => options.LeaveOpen = leaveOpen ?? options.LeaveOpen;
    }

    [Fact]
    public async Task A_client_whose_Dispose_throws_does_not_keep_the_others_open()
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
    public async Task A_disposed_client_creates_no_new_clients()
    {
        FallbackChatClient client = new Fleet().Over();
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
    }

    [Fact]
    public async Task A_slow_factory_does_not_block_other_models()
    {
        using var makingLarge = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var fleet = new Fleet();
        using var client = new FallbackChatClient(Shop.All, model =>
        {
            if (model == Shop.Large)
            {
                makingLarge.Set();
                goOn.Wait(Test);
            }

            return fleet[model];
        });
        Task<string> slow = Task.Run(() => client.AskAsync(streaming: false, cancellationToken: Test), Test);
        makingLarge.Wait(Test);

        Task<ChatResponse> other = Task.Run(() => client.GetResponseAsync(Sound, null, Test), Test);
        Assert.Same(other, await Task.WhenAny(other, Task.Delay(TimeSpan.FromSeconds(10), Test)));
        Assert.Equal("SmallFree", (await other).Text);
        goOn.Set();
        Assert.Equal("Large", await slow);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_reentrant_factory_gets_a_response_or_an_error_and_never_deadlocks(bool otherThread)
    {
        var fleet = new Fleet();
        FallbackChatClient? client = null;
        var answers = new List<string>();
        client = new FallbackChatClient(Shop.All, model =>
        {
            if (model == Shop.Large)
            {
                Task<string> Ask() => client!.AskAsync(streaming: false, cancellationToken: Test);
                answers.Add(otherThread ? Task.Run(Ask, Test).GetAwaiter().GetResult() : Ask().GetAwaiter().GetResult());
            }

            return fleet[model];
        });
        using (client)
        {
            Task<string> asked = Task.Run(() => client.AskAsync(streaming: false, cancellationToken: Test), Test);
            Assert.Same(asked, await Task.WhenAny(asked, Task.Delay(TimeSpan.FromSeconds(10), Test)));
            Assert.Equal("Large", await asked);
            Assert.Equal(["Elsewhere"], answers);
        }
    }

    [Fact]
    public async Task Work_that_outlives_its_factory_waits_for_a_client_like_any_other_code()
    {
        using var isMade = new ManualResetEventSlim();
        using var makingFree = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        FallbackChatClient? client = null;
        Thread? work = null;
        string? answer = null;
        client = new FallbackChatClient(Shop.All, model =>
        {
            if (model == Shop.Large)
            {
                work = new Thread(() =>
                {
                    isMade.Wait(Test);
                    answer = client!.GetResponseAsync(Sound, null, Test).GetAwaiter().GetResult().Text;
                });
                work.Start();
            }
            else if (model == Shop.SmallFree)
            {
                makingFree.Set();
                goOn.Wait(Test);
            }

            return new FakeClient(model);
        });
        using (client)
        {
            await client.AskAsync(streaming: false, cancellationToken: Test);
            Task<ChatResponse> other = Task.Run(() => client.GetResponseAsync(Sound, null, Test), Test);
            makingFree.Wait(Test);
            isMade.Set();

            // It waits for the client that is being created, or it has used another model and has ended.
            SpinWait.SpinUntil(() => !work!.IsAlive || (work.ThreadState & ThreadState.WaitSleepJoin) != 0);
            goOn.Set();
            work!.Join();
            Assert.Equal(("SmallFree", "SmallFree"), (answer, (await other).Text));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_client_that_is_being_created_during_Dispose_is_disposed_too(bool leaveOpen)
    {
        var fleet = new Fleet();
        FallbackChatClient? client = null;
        client = new FallbackChatClient(
            Shop.All,
            model =>
            {
                client!.Dispose();
                return fleet[model];
            },
            new FallbackChatOptions { LeaveOpen = leaveOpen });
        await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal([leaveOpen ? 0 : 1, 0, 0, 0], Shop.All.Models.Select(model => fleet[model].Disposals));
    }

    [Fact]
    public async Task A_client_is_created_once_for_many_concurrent_requests()
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
