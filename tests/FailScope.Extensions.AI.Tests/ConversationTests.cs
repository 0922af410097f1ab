using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>Conversations that a provider keeps: only those who keep them can go on with them.</summary>
public class ConversationTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_conversation_goes_on_where_it_began(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.AuthenticationFailed);
        Keeps(fleet[Shop.Elsewhere], "conv:1");
        using FallbackChatClient client = fleet.Over();
        ChatResponse first = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("Elsewhere", first.Text);
        Assert.NotEqual("conv:1", first.ConversationId);

        // The first model is well again, and knows nothing of the conversation.
        fleet[Shop.Large].Answer = _ => throw new InvalidOperationException("never asked");
        fleet[Shop.Large].Stream = _ => throw new InvalidOperationException("never asked");
        var options = new ChatOptions { ConversationId = first.ConversationId };
        ChatResponse second = await client.AnswerAsync(streaming, options, Test);
        Assert.Equal("Elsewhere", second.Text);
        Assert.Equal("conv:1", fleet[Shop.Elsewhere].Calls[1].Options!.ConversationId);
        Assert.Equal(first.ConversationId, second.ConversationId);
        Assert.Equal(first.ConversationId, options.ConversationId);
        Assert.All(second.GetFallbackTrail()!.Skipped, skipped => Assert.Equal(SkipReason.Conversation, skipped.Reason));
    }

    [Fact]
    public async Task Models_under_the_same_key_can_go_on_with_it()
    {
        var fleet = new Fleet();
        Keeps(fleet[Shop.Large], "conv");
        using FallbackChatClient client = fleet.Over();
        ChatResponse first = await client.AnswerAsync(streaming: false, cancellationToken: Test);
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        ChatResponse second = await client.AnswerAsync(streaming: false, new ChatOptions { ConversationId = first.ConversationId }, Test);
        Assert.Equal("Medium", second.Text);
        Assert.Equal("conv", fleet[Shop.Medium].Calls[0].Options!.ConversationId);
    }

    [Fact]
    public async Task When_its_keeper_fails_nobody_makes_up_an_answer_without_the_conversation()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.AuthenticationFailed);
        using FallbackChatClient client = fleet.Over();
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(
            () => client.AnswerAsync(streaming: false, new ChatOptions { ConversationId = "from somewhere" }, Test));
        Assert.Equal([Shop.Large], fleet.Called);
        SkippedModel skipped = thrown.Trail.Skipped.Single(skipped => skipped.Model == Shop.Elsewhere);
        Assert.Equal("Elsewhere (direct-1): the conversation belongs to another key", skipped.ToString());
        Assert.Equal("from somewhere", fleet[Shop.Large].Calls[0].Options!.ConversationId);
    }

    [Fact]
    public async Task A_conversation_of_a_model_that_is_not_in_the_chain_goes_on_nowhere()
    {
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over();
        FallbackExhaustedException thrown = await Assert.ThrowsAsync<FallbackExhaustedException>(
            () => client.AnswerAsync(streaming: false, new ChatOptions { ConversationId = "failscope:Gone:conv" }, Test));
        Assert.Empty(fleet.Called);
        Assert.Contains("the conversation belongs to a key that is not in the chain", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failscope:Large:a:b:", "Large", "a:b:")]
    [InlineData("failscope:Large:", "Large", "")]
    public void A_marked_id_is_taken_apart(string marked, string model, string id)
    {
        Assert.True(ConversationIds.TryRead(marked, out string? name, out string? original));
        Assert.Equal((model, id), (name, original));
    }

    [Theory, InlineData("conv_1"), InlineData("failscope:x"), InlineData("")]
    public void An_id_of_a_provider_is_left_as_it_is(string id) => Assert.False(ConversationIds.TryRead(id, out _, out _));

    private static void Keeps(FakeClient client, string conversationId)
    {
        string name = client.GetService<ChatClientMetadata>()!.DefaultModelId == Shop.Large.Id ? "Large" : "Elsewhere";
        client.Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, name)) { ConversationId = conversationId });
        client.Stream = _ => new FakeStream()
            .Gives(new ChatResponseUpdate { ConversationId = conversationId })
            .Gives(new ChatResponseUpdate(ChatRole.Assistant, name) { ConversationId = conversationId })
            .Stop();
    }
}
