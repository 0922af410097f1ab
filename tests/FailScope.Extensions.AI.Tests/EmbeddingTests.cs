using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A chain as an embedding generator: what it shares with the chat client, and what differs.</summary>
public class EmbeddingTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private static readonly string Key = "sk-" + new string('x', 40);
    private static readonly string[] Texts = ["a", "bcd"];

    private readonly Dictionary<Model, FakeGenerator> _fakes = Library.Catalog.Models.ToDictionary(model => model, model => new FakeGenerator(model));

    [Fact]
    public async Task Models_are_tried_in_order_until_one_answers()
    {
        Fails(Library.Embed, HttpStatusCode.ServiceUnavailable);
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        GeneratedEmbeddings<Embedding<float>> answer = await generator.GenerateAsync(Texts, cancellationToken: Test);
        Assert.Equal([1f, 3f], answer.Select(embedding => embedding.Vector.Span[0]));
        Assert.Equal("lab/embed-fast", answer[0].ModelId);
        FallbackTrail trail = answer.GetFallbackTrail()!;
        Assert.Equal(Library.EmbedFast, trail.AnsweredBy);
        Assert.Equal([FailureKind.Overloaded, null], trail.Attempts.Select(attempt => attempt.Failure?.Kind));
    }

    [Fact]
    public async Task A_rejected_key_costs_one_call_and_the_other_provider_answers()
    {
        Fails(Library.Embed, HttpStatusCode.Unauthorized);
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        GeneratedEmbeddings<Embedding<float>> answer = await generator.GenerateAsync(Texts, cancellationToken: Test);
        Assert.Equal(Library.EmbedDirect, answer.GetFallbackTrail()!.AnsweredBy);
        Assert.Empty(_fakes[Library.EmbedFast].Calls);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_first_model_that_answers_at_once_adds_no_trail_unless_configured(bool report)
    {
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over(new FallbackEmbeddingOptions { ReportFirstChoice = report });
        GeneratedEmbeddings<Embedding<float>> answer = await generator.GenerateAsync(Texts, cancellationToken: Test);
        Assert.Equal(report ? Library.Embed : null, answer.GetFallbackTrail()?.AnsweredBy);
    }

    [Fact]
    public async Task Each_model_gets_its_own_id_and_a_copy_of_the_callers_options()
    {
        Fails(Library.Embed, HttpStatusCode.ServiceUnavailable);
        var options = new EmbeddingGenerationOptions { ModelId = "the caller's", Dimensions = 3 };
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over(new FallbackEmbeddingOptions
        {
            ConfigureOptions = (model, adapted) => (adapted.AdditionalProperties ??= [])["seen"] = model.Name,
        });
        await generator.GenerateAsync(Texts, options, Test);
        EmbeddingGenerationOptions first = _fakes[Library.Embed].Calls.Single().Options!;
        EmbeddingGenerationOptions second = _fakes[Library.EmbedFast].Calls.Single().Options!;
        Assert.Equal(("lab/embed", 3, "Embed"), (first.ModelId, first.Dimensions, first.AdditionalProperties!["seen"]));
        Assert.Equal(("lab/embed-fast", 3, "EmbedFast"), (second.ModelId, second.Dimensions, second.AdditionalProperties!["seen"]));
        Assert.Equal(("the caller's", null), (options.ModelId, options.AdditionalProperties));
    }

    [Fact]
    public async Task A_generator_gets_options_only_if_its_default_model_is_another()
    {
        Fails(Library.Embed, HttpStatusCode.ServiceUnavailable);
        _fakes[Library.EmbedFast].Metadata = null;
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        await generator.GenerateAsync(Texts, cancellationToken: Test);
        Assert.Null(_fakes[Library.Embed].Calls.Single().Options);
        Assert.Equal("lab/embed-fast", _fakes[Library.EmbedFast].Calls.Single().Options!.ModelId);
    }

    [Fact]
    public async Task Values_that_can_be_enumerated_once_reach_every_model()
    {
        Fails(Library.Embed, HttpStatusCode.ServiceUnavailable);
        var unread = new Queue<string>(Texts);
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        await generator.GenerateAsync(Once(), cancellationToken: Test);
        Assert.Equal(Texts, _fakes[Library.EmbedFast].Calls.Single().Texts);

        IEnumerable<string> Once()
        {
            while (unread.TryDequeue(out string? text))
            {
                yield return text;
            }
        }
    }

    [Theory, InlineData(1, "1 embeddings of 2 values"), InlineData(3, "3 embeddings of 2 values"), InlineData(-1, "the generator returned null")]
    public async Task A_response_with_the_wrong_number_of_embeddings_is_a_failure(int count, string evidence)
    {
        _fakes[Library.Embed].Answer = (_, _) => Task.FromResult(count < 0 ? null! : FakeGenerator.Vectors(Library.Embed, [.. Enumerable.Repeat("x", count)]));
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        FallbackTrail trail = (await generator.GenerateAsync(Texts, cancellationToken: Test)).GetFallbackTrail()!;
        Assert.Equal((FailureKind.Unknown, evidence), (trail.Attempts[0].Failure!.Kind, trail.Attempts[0].Failure!.Evidence));
        Assert.Equal(Library.EmbedFast, trail.AnsweredBy);
    }

    [Fact]
    public async Task An_empty_input_gives_an_empty_result()
    {
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        Assert.Empty(await generator.GenerateAsync([], cancellationToken: Test));
    }

    [Fact]
    public async Task When_no_model_answers_the_exception_lists_every_attempt()
    {
        Fails(Library.Embed, HttpStatusCode.Unauthorized);
        Fails(Library.EmbedDirect, HttpStatusCode.Unauthorized);
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(() => generator.GenerateAsync(Texts, cancellationToken: Test));
        Assert.StartsWith("No model of the chain 'Vectors' answered: every key was refused.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_request_and_the_callers_cancellation_end_the_turn()
    {
        Fails(Library.Embed, HttpStatusCode.BadRequest);
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        await Assert.ThrowsAsync<HttpRequestException>(() => generator.GenerateAsync(Texts, cancellationToken: Test));
        using var caller = new CancellationTokenSource();
        _fakes[Library.Embed].Answer = async (_, token) =>
        {
            await caller.CancelAsync();
            token.ThrowIfCancellationRequested();
            return null!;
        };
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(Texts, cancellationToken: caller.Token));
        Assert.Equal(caller.Token, cancelled.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(Texts, cancellationToken: caller.Token));
        Assert.Equal(2, _fakes[Library.Embed].Calls.Count);
        Assert.Empty(_fakes[Library.EmbedFast].Calls);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_falls_back()
    {
        var clock = new FakeTimeProvider();
        _fakes[Library.Embed].Answer = (_, token) => SilentCall.WaitAsync<GeneratedEmbeddings<Embedding<float>>>(token, () => clock.Advance(TimeSpan.FromSeconds(10)));
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over(new FallbackEmbeddingOptions { AttemptTimeout = TimeSpan.FromSeconds(10), TimeProvider = clock });
        FallbackTrail trail = (await generator.GenerateAsync(Texts, cancellationToken: Test)).GetFallbackTrail()!;
        Assert.Equal((FailureKind.Timeout, "the attempt's limit of 10 s"), (trail.Attempts[0].Failure!.Kind, trail.Attempts[0].Failure!.Evidence));
        Assert.Equal(Library.EmbedFast, trail.AnsweredBy);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Dispose_disposes_created_generators_unless_they_are_left_open(bool leaveOpen)
    {
        FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over(new FallbackEmbeddingOptions { LeaveOpen = leaveOpen });
        await generator.GenerateAsync(Texts, cancellationToken: Test);
        generator.Dispose();
        generator.Dispose();
        Assert.Equal(leaveOpen ? 0 : 1, _fakes[Library.Embed].Disposals);
        Assert.Equal(0, _fakes[Library.EmbedFast].Disposals);
        ObjectDisposedException thrown = await Assert.ThrowsAsync<ObjectDisposedException>(() => generator.GenerateAsync(Texts, cancellationToken: Test));
        Assert.Contains("FallbackEmbeddingGenerator", thrown.ObjectName, StringComparison.Ordinal);
    }

    [Fact]
    public void GetService_returns_the_chain_the_generator_itself_and_its_metadata()
    {
        using FallbackEmbeddingGenerator<string, Embedding<float>> generator = Over();
        Assert.Same(Library.Vectors, generator.GetService<FallbackChain>());
        Assert.Same(generator, generator.GetService<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.Equal("lab/embed", generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId);
        Assert.Null(generator.GetService(typeof(FallbackChain), "key"));
        Assert.Null(generator.GetService<FakeGenerator>());
    }

    [Fact]
    public void Models_with_different_embedding_spaces_are_rejected()
    {
        FallbackChain mixed = Library.Catalog.CreateChain("Embed", "Successor");
        ArgumentException thrown = Assert.Throws<ArgumentException>("chain", () => Over(mixed));
        Assert.Contains("'Embed' embeds into 'embed/3' and 'Successor' into 'embed-2/3'", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("chain", () => new ServiceCollection().AddFallbackEmbeddingGenerator(mixed));
        Assert.Throws<ArgumentException>("chain", () => new ServiceCollection().AddKeyedFallbackEmbeddingGenerator("key", mixed));
    }

    [Theory, InlineData("Embed", "Chat"), InlineData("Chat", "Embed"), InlineData("Chat", "Chat")]
    public void A_model_without_an_embedding_space_is_rejected(string first, string second)
    {
        FallbackChain chain = Library.Catalog.CreateChain([.. new[] { first, second }.Distinct()]);
        ArgumentException thrown = Assert.Throws<ArgumentException>("chain", () => Over(chain));
        Assert.Contains("'Chat' declares no embedding space. Set [Model(…, EmbeddingSpace = ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_library_embeds_over_http_and_falls_back_from_an_account_without_credit()
    {
        await using var provider = new LoopbackProvider(request => request.Contains("\"model\":\"lab/", StringComparison.Ordinal)
            ? LoopbackProvider.Json(429, """{"error":{"message":"You have no credit left.","type":"insufficient_quota","code":"insufficient_quota"}}""")
            : LoopbackProvider.Json(200, """{"object":"list","model":"embed","data":[{"object":"embedding","index":0,"embedding":[0.5,-1,2]}],"usage":{"prompt_tokens":1,"total_tokens":1}}"""));
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["FAILSCOPE_TESTS_MAIN_KEY"] = Key,
            ["FAILSCOPE_TESTS_OTHER_KEY"] = Key,
            ["FailScope:Providers:Router:Endpoint"] = provider.Endpoint.ToString(),
            ["FailScope:Providers:Direct:Endpoint"] = provider.Endpoint.ToString(),
        }).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton(configuration);
        collection.AddFallbackEmbeddingGenerator(Library.Vectors);
        collection.AddKeyedFallbackEmbeddingGenerator("key", Library.Vectors);
        await using ServiceProvider services = collection.BuildServiceProvider();
        var trails = new List<FallbackTrail>();
        foreach (IEmbeddingGenerator<string, Embedding<float>> generator in (IEmbeddingGenerator<string, Embedding<float>>[])
            [services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("key")])
        {
            GeneratedEmbeddings<Embedding<float>> answer = await generator.GenerateAsync(["hello"], cancellationToken: Test);
            Assert.Equal([0.5f, -1f, 2f], answer.Single().Vector.ToArray());
            Assert.Equal(Library.EmbedDirect, answer.GetFallbackTrail()!.AnsweredBy);
            trails.Add(answer.GetFallbackTrail()!);
        }

        // Both generators share the memory: the second one does not call the account without credit again.
        Assert.Equal(FailureKind.CreditExhausted, trails[0].Attempts[0].Failure!.Kind);
        Assert.Equal(SkipReason.Cooldown, trails[1].Skipped[0].Reason);
        Assert.Equal(FailureKind.CreditExhausted, trails[1].Skipped[0].Cooldown!.Cause);
        Assert.Equal(3, provider.Requests.Count);
        Assert.All(provider.Authorizations, header => Assert.Equal($"Bearer {Key}", header));
    }

    [Fact]
    public async Task A_missing_key_is_reported_and_limits_are_read_from_the_configuration()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["FailScope:Chains:Vectors:MaxAttempts"] = "1", ["FailScope:Chains:Vectors:IdleTimeout"] = "00:00:01" }).Build());
        FallbackEmbeddingOptions? seen = null;
        collection.AddFallbackEmbeddingGenerator(Library.Vectors, options => seen = options);
        await using ServiceProvider services = collection.BuildServiceProvider();
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(
            () => services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(Texts, cancellationToken: Test));
        Assert.Equal(1, seen!.MaxAttempts);
        Assert.Contains("set FAILSCOPE_TESTS_MAIN_KEY or FailScope:Credentials:Main", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_generators_can_be_registered_with_and_without_a_service_key()
    {
        var collection = new ServiceCollection();
        collection.AddFallbackEmbeddingGenerator(Library.Vectors, (_, model) => _fakes[model]);
        collection.AddKeyedFallbackEmbeddingGenerator("key", Library.Vectors, (_, model) => _fakes[model]);
        await using (ServiceProvider services = collection.BuildServiceProvider())
        {
            await services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(Texts, cancellationToken: Test);
            await services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("key").GenerateAsync(Texts, cancellationToken: Test);
        }

        Assert.Equal(2, _fakes[Library.Embed].Calls.Count);
        Assert.Equal(2, _fakes[Library.Embed].Disposals);
    }

    [Fact]
    public async Task Missing_arguments_are_rejected()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentNullException>(() => Over(chain: null!));
        Assert.Throws<ArgumentNullException>(() => new FallbackEmbeddingGenerator<string, Embedding<float>>(Library.Vectors, null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFallbackEmbeddingGenerator(null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFallbackEmbeddingGenerator(Library.Vectors, (Func<IServiceProvider, Model, IEmbeddingGenerator<string, Embedding<float>>>)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Over().GenerateAsync(null!, cancellationToken: Test));
        Assert.Throws<ArgumentException>(() => OpenAIModelClients.CreateEmbeddingGenerator(Library.Embed, " "));
    }

    private FallbackEmbeddingGenerator<string, Embedding<float>> Over(FallbackEmbeddingOptions? options = null) => new(Library.Vectors, model => _fakes[model], options);

    private FallbackEmbeddingGenerator<string, Embedding<float>> Over(FallbackChain chain) => new(chain, model => _fakes[model]);

    private void Fails(Model model, HttpStatusCode status) => _fakes[model].Answer = (_, _) => throw new HttpRequestException("no", null, status);
}
