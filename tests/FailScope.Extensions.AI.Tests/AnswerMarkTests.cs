using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A response is marked in a copy, because the client that returned it may keep it and return it again.</summary>
public class AnswerMarkTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_response_instance_that_a_client_returns_twice_is_marked_on_a_copy_each_time()
    {
        var kept = new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi")) { ConversationId = "c1", AdditionalProperties = new() { ["fingerprint"] = "abc" } };
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited)[Shop.Medium].Answer = _ => Task.FromResult(kept);
        using FallbackChatClient client = fleet.Over();
        ChatResponse first = await client.GetResponseAsync(Requests.Hello, null, Test);
        ChatResponse second = await client.GetResponseAsync(Requests.Hello, null, Test);
        Assert.Equal(("failscope:Medium:c1", "failscope:Medium:c1"), (first.ConversationId, second.ConversationId));
        Assert.NotSame(first.GetFallbackTrail(), second.GetFallbackTrail());
        Assert.Equal(("c1", null, "fingerprint"), (kept.ConversationId, kept.ModelId, Assert.Single(kept.AdditionalProperties).Key));
        first.Messages.Clear();
        Assert.Equal("hi", kept.Text);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_update_instance_that_a_client_returns_twice_is_marked_on_a_copy_each_time(bool modelKnown)
    {
        var kept = new ChatResponseUpdate(ChatRole.Assistant, "hi") { ConversationId = "c1", ModelId = modelKnown ? "m" : null, FinishReason = ChatFinishReason.Stop };
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited)[Shop.Medium].Stream = _ => new FakeStream().Gives(kept).Gives(kept);
        using FallbackChatClient client = fleet.Over();
        for (int i = 0; i < 2; i++)
        {
            List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Requests.Hello, null, Test).ReadAsync();
            Assert.Equal(["failscope:Medium:c1", "failscope:Medium:c1"], updates.Select(update => update.ConversationId));
            Assert.Equal([true, false], updates.Select(update => update.GetFallbackTrail() is not null));
        }

        Assert.Equal(("c1", modelKnown ? "m" : null, null), (kept.ConversationId, kept.ModelId, kept.AdditionalProperties));
    }

    [Fact]
    public async Task A_copy_has_all_properties_of_the_response()
    {
        var answer = new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi"));
        foreach (PropertyInfo property in typeof(ChatResponse).GetProperties().Where(property => property.CanWrite))
        {
            object? value = property.PropertyType == typeof(string) ? property.Name
                : property.PropertyType == typeof(DateTimeOffset?) ? new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)
                : property.PropertyType == typeof(ChatFinishReason?) ? ChatFinishReason.Length
                : property.PropertyType == typeof(UsageDetails) ? new UsageDetails()
                : property.PropertyType == typeof(object) ? new object()
                : property.PropertyType == typeof(AdditionalPropertiesDictionary) ? new AdditionalPropertiesDictionary { ["a"] = "b" }
                : property.PropertyType == typeof(IList<ChatMessage>) ? answer.Messages
                : ResponseContinuationToken.FromBytes(new byte[] { 1 });
            property.SetValue(answer, value);
        }

        var fleet = new Fleet();
        fleet[Shop.Large].Answer = _ => Task.FromResult(answer);
        using FallbackChatClient client = fleet.Over();
        ChatResponse copy = await client.GetResponseAsync(Requests.Hello, null, Test);
        Assert.NotSame(answer, copy);
        foreach (PropertyInfo property in typeof(ChatResponse).GetProperties().Where(property => property.Name != nameof(ChatResponse.ConversationId)))
        {
            Assert.Equal(property.GetValue(answer), property.GetValue(copy));
        }
    }

    [Fact]
    public async Task Embeddings_that_a_generator_returns_twice_are_not_changed()
    {
        GeneratedEmbeddings<Embedding<float>> kept = FakeGenerator.Vectors(Library.Embed, ["a"]);
        using var generator = new FallbackEmbeddingGenerator<string, Embedding<float>>(
            Library.Vectors,
            model => new FakeGenerator(model) { Answer = (_, _) => Task.FromResult(kept) },
            new FallbackEmbeddingOptions { ReportFirstChoice = true });
        GeneratedEmbeddings<Embedding<float>> given = await generator.GenerateAsync(["a"], cancellationToken: Test);
        Assert.NotNull(given.GetFallbackTrail());
        Assert.Same(kept.Usage, given.Usage);
        Assert.Equal(kept, given);
        Assert.Null(kept.AdditionalProperties);
    }

    [Fact]
    public async Task A_response_read_from_JSON_still_names_its_model_and_the_attempts()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        ChatResponse back = Reread(await client.GetResponseAsync(Requests.Hello, null, Test));
        Assert.Equal(Shop.SmallFree, back.GetAnsweringModel(Shop.All));
        FallbackTrailRecord record = back.GetTrailRecord()!;
        Assert.Equal(("All", "SmallFree"), (record.Chain, record.AnsweredBy));
        Assert.Equal([("Large", FailureKind.CreditExhausted), ("SmallFree", null)], record.Attempts.Select(attempt => (attempt.Model, attempt.Failure)));
        SkippedRecord skipped = Assert.Single(record.Skipped);
        Assert.Equal(("Medium", SkipReason.Scope, Shop.Main.CreditScope.Value, 1), (skipped.Model, skipped.Reason, skipped.Scope, skipped.SinceAttempt));
    }

    [Fact]
    public async Task A_response_without_a_trail_has_no_known_model()
    {
        var other = new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi")) { ModelId = Shop.Large.Id };
        Assert.Null(other.GetAnsweringModel(Shop.All));
        Assert.Null(other.GetTrailRecord());
        using FallbackChatClient client = new Fleet().Over();
        Assert.Null((await client.GetResponseAsync(Requests.Hello, null, Test)).GetAnsweringModel(Shop.All));
        other.AdditionalProperties = new() { [FallbackProperties.Trail] = JsonSerializer.SerializeToElement(new { chain = "All", answeredBy = 3 }) };
        Assert.Null(Reread(other).GetAnsweringModel(Shop.All));
    }

    [Fact]
    public async Task A_response_of_a_model_outside_the_chain_has_no_known_model()
    {
        FallbackChain others = Shop.Catalog.CreateChain("Medium", "Elsewhere");
        using FallbackChatClient client = new Fleet().Over(new FallbackChatOptions { ReportFirstChoice = true });
        ChatResponse answer = await client.GetResponseAsync(Requests.Hello, null, Test);
        Assert.Equal((Shop.Large, null), (answer.GetAnsweringModel(Shop.All), answer.GetAnsweringModel(others)));
        using var generator = new FallbackEmbeddingGenerator<string, Embedding<float>>(Library.Vectors, model => new FakeGenerator(model), new FallbackEmbeddingOptions { ReportFirstChoice = true });
        GeneratedEmbeddings<Embedding<float>> embeddings = await generator.GenerateAsync(["a"], cancellationToken: Test);
        Assert.Equal((Library.Embed, null), (embeddings.GetAnsweringModel(Library.Vectors), embeddings.GetAnsweringModel(Library.Catalog.CreateChain("EmbedDirect"))));
    }

    [Fact]
    public async Task A_response_of_another_chain_has_no_known_model_after_JSON()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Medium", "Elsewhere");
        using var client = new FallbackChatClient(chain, new Fleet().ClientOf, new FallbackChatOptions { ReportFirstChoice = true });
        ChatResponse answer = await client.GetResponseAsync(Requests.Hello, null, Test);
        Assert.Equal(Shop.Medium, answer.GetAnsweringModel(Shop.All));
        Assert.Equal((Shop.Medium, null), (Reread(answer).GetAnsweringModel(chain), Reread(answer).GetAnsweringModel(Shop.All)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_registered_client_names_the_model_even_behind_a_cache(bool streaming)
    {
        var services = new ServiceCollection();
        services.AddFallbackChatClient(Shop.All, (_, model) => new FakeClient(model));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ChatResponse answer = await provider.GetRequiredService<IChatClient>().AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal((Shop.Large, Shop.Large), (answer.GetAnsweringModel(Shop.All), Reread(answer).GetAnsweringModel(Shop.All)));
    }

    private static ChatResponse Reread(ChatResponse answer) =>
        JsonSerializer.Deserialize<ChatResponse>(JsonSerializer.Serialize(answer, AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
}
