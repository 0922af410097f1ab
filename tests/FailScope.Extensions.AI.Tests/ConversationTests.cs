using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>Conversations that a provider stores. Only models under the same key can continue them.</summary>
public class ConversationTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_conversation_continues_with_the_model_that_started_it(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.AuthenticationFailed);
        Keeps(fleet[Shop.Elsewhere], "conv:1");
        using FallbackChatClient client = fleet.Over();
        ChatResponse first = await client.AnswerAsync(streaming, cancellationToken: Test);
        Assert.Equal("Elsewhere", first.Text);
        Assert.NotEqual("conv:1", first.ConversationId);

        // The first model works again, but does not know the conversation.
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
    public async Task Models_under_the_same_key_can_continue_a_conversation()
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
    public async Task If_the_models_of_its_key_fail_no_other_model_answers_without_the_conversation()
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
    public async Task A_conversation_of_a_model_outside_the_chain_continues_with_no_model()
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
    public void A_marked_id_is_parsed(string marked, string model, string id)
    {
        Assert.True(ConversationIds.TryRead(marked, out string? name, out string? original));
        Assert.Equal((model, id), (name, original));
    }

    [Theory, InlineData("conv_1"), InlineData("failscope:x"), InlineData("")]
    public void An_unmarked_id_is_not_changed(string id) => Assert.False(ConversationIds.TryRead(id, out _, out _));

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
