using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>What each model receives of the caller's request.</summary>
public class RequestTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Each_model_gets_its_own_id_and_the_callers_options(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over();
        var options = new ChatOptions { ModelId = "the caller's", Temperature = 0.5f, StopSequences = ["."] };
        await client.AskAsync(streaming, options, Test);
        ChatOptions first = fleet[Shop.Large].Calls[0].Options!;
        ChatOptions second = fleet[Shop.Medium].Calls[0].Options!;
        Assert.Equal(("lab/large", 0.5f), (first.ModelId, first.Temperature));
        Assert.Equal(("lab/medium", 0.5f), (second.ModelId, second.Temperature));
        Assert.NotSame(first, second);
        Assert.Equal("the caller's", options.ModelId);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Changes_that_a_client_makes_to_its_options_reach_neither_the_next_model_nor_the_caller(bool streaming)
    {
        var fleet = new Fleet();
        void Spoil(FakeCall call)
        {
            call.Options!.Temperature = 2;
            call.Options.StopSequences!.Add("spoilt");
            call.Options.AdditionalProperties = new() { ["spoilt"] = true };
        }

        fleet[Shop.Large].Answer = call =>
        {
            Spoil(call);
            throw new InvalidOperationException();
        };
        fleet[Shop.Large].Stream = call =>
        {
            Spoil(call);
            throw new InvalidOperationException();
        };
        using FallbackChatClient client = fleet.Over();
        var options = new ChatOptions { Temperature = 0.5f, StopSequences = ["."] };
        await client.AskAsync(streaming, options, Test);
        foreach (ChatOptions seen in new[] { fleet[Shop.Medium].Calls[0].Options!, options })
        {
            Assert.Equal(0.5f, seen.Temperature);
            Assert.Equal(["."], seen.StopSequences!);
            Assert.Null(seen.AdditionalProperties);
        }
    }

    [Fact]
    public async Task Options_of_a_derived_type_keep_their_type()
    {
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, new SpecialOptions { Special = "yes" }, Test);
        Assert.Equal("yes", Assert.IsType<SpecialOptions>(fleet[Shop.Large].Calls[0].Options).Special);
    }

    [Fact]
    public async Task A_client_with_this_default_model_gets_no_options_if_the_caller_passes_none()
    {
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, cancellationToken: Test);
        Assert.Null(fleet[Shop.Large].Calls[0].Options);
    }

    [Theory, InlineData(null), InlineData("another")]
    public async Task A_client_with_another_default_model_gets_the_model_id(string? known)
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Metadata = known is null ? null : new ChatClientMetadata("fake", null, known);
        using FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, cancellationToken: Test);
        Assert.Equal("lab/large", fleet[Shop.Large].Calls[0].Options!.ModelId);
    }

    [Fact]
    public async Task One_client_may_serve_several_models()
    {
        var shared = new FakeClient(Shop.Large) { Metadata = null };
        shared.Answer = call => call.Options!.ModelId == Shop.Medium.Id
            ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "from medium")))
            : throw new InvalidOperationException();
        var client = new FallbackChatClient(Shop.All, _ => shared);
        Assert.Equal("from medium", await client.AskAsync(streaming: false, cancellationToken: Test));
        client.Dispose();
        Assert.Equal(1, shared.Disposals);
    }

    [Fact]
    public async Task MaxOutputTokens_is_limited_to_what_the_model_declares()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, new ChatOptions { MaxOutputTokens = 5000 }, Test);
        Assert.Equal(1000, fleet[Shop.Large].Calls[0].Options!.MaxOutputTokens);
        Assert.Equal(5000, fleet[Shop.Medium].Calls[0].Options!.MaxOutputTokens);
        await client.AskAsync(streaming: false, new ChatOptions { MaxOutputTokens = 10 }, Test);
        Assert.Equal(10, fleet[Shop.Large].Calls[1].Options!.MaxOutputTokens);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Options_can_be_adapted_to_the_model(bool streaming)
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions
        {
            ConfigureOptions = (model, options) =>
            {
                Assert.Equal(model.Id, options.ModelId);
                options.TopK = model == Shop.Large ? 7 : options.TopK;
            },
        });
        await client.AskAsync(streaming, cancellationToken: Test);
        Assert.Equal(7, fleet[Shop.Large].Calls[0].Options!.TopK);
        Assert.Null(fleet[Shop.Medium].Calls[0].Options!.TopK);
    }

    [Fact]
    public async Task Requests_with_tools_go_only_to_models_that_have_tools_or_do_not_declare_capabilities()
    {
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = fleet.Over();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sunny", "weather")] };
        ChatResponse response = await client.AnswerAsync(streaming: false, options, Test);
        Assert.Equal("SmallFree", response.Text);
        SkippedModel skipped = Assert.Single(response.GetFallbackTrail()!.Skipped);
        Assert.Equal((Shop.Medium, SkipReason.Capability, ModelCapabilities.Tools), (skipped.Model, skipped.Reason, skipped.Lacks));
    }

    [Fact]
    public async Task A_model_skipped_for_a_missing_capability_is_in_the_trail_although_nothing_failed()
    {
        var fleet = new Fleet();
        FallbackChain chain = Shop.Catalog.CreateChain("Medium", "Large");
        using var client = new FallbackChatClient(chain, model => fleet[model]);
        ChatResponse response = await client.AnswerAsync(streaming: false, new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sunny", "weather")] }, Test);
        Assert.Equal(Shop.Large, response.GetFallbackTrail()!.AnsweredBy);
        Assert.Equal([Shop.Medium], response.GetFallbackTrail()!.Skipped.Select(skipped => skipped.Model));
    }

    [Theory]
    [InlineData("image/png", ModelCapabilities.Vision)]
    [InlineData("IMAGE/webp", ModelCapabilities.Vision)]
    [InlineData("audio/wav", ModelCapabilities.AudioInput)]
    [InlineData("application/pdf", ModelCapabilities.FileInput)]
    [InlineData("text/plain", ModelCapabilities.None)]
    public void Required_capabilities_are_read_from_the_messages(string mediaType, ModelCapabilities needs)
    {
        Assert.Equal(needs, Needs(new DataContent(new byte[] { 1 }, mediaType)));
        Assert.Equal(needs, Needs(new UriContent("https://files.example/1", mediaType)));
    }

    [Fact]
    public void Required_capabilities_are_read_from_the_options()
    {
        Assert.Equal(ModelCapabilities.FileInput, Needs(new HostedFileContent("file-1")));
        Assert.Equal(ModelCapabilities.None, Needs(new TextContent("hi")));
        Assert.Equal(ModelCapabilities.None, Needs(new ChatOptions { ResponseFormat = ChatResponseFormat.Json, Tools = [] }));
        Assert.Equal(ModelCapabilities.StructuredOutput, Needs(new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<int>() }));
        Assert.Equal(ModelCapabilities.Reasoning, Needs(new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Low } }));
        Assert.Equal(ModelCapabilities.None, Needs(new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None } }));
    }

    [Fact]
    public async Task Capabilities_that_no_model_lacks_are_not_searched_for()
    {
        Assert.Equal(ModelCapabilities.None, RequestNeeds.ThatMatterTo(Shop.Catalog.CreateChain("SmallFree", "Elsewhere")));
        Assert.Equal(ModelCapabilities.None, RequestNeeds.Read(ModelCapabilities.Tools, [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])], null));
        var fleet = new Fleet();
        using FallbackChatClient client = fleet.Over(new FallbackChatOptions { Required = ModelCapabilities.Vision });
        fleet.Fails(Shop.Large, FailureKind.RateLimited);
        Assert.Equal("SmallFree", await client.AskAsync(streaming: true, cancellationToken: Test));
    }

    private static ModelCapabilities Needs(AIContent content) =>
        RequestNeeds.Read((ModelCapabilities)255, [new ChatMessage(ChatRole.User, [new TextContent("look"), content])], null);

    private static ModelCapabilities Needs(ChatOptions options) => RequestNeeds.Read((ModelCapabilities)255, Requests.Hello, options);

    private sealed class SpecialOptions : ChatOptions
    {
        public SpecialOptions()
        {
        }

        private SpecialOptions(SpecialOptions other)
            : base(other) => Special = other.Special;

        public string? Special { get; set; }

        public override ChatOptions Clone() => new SpecialOptions(this);
    }
}
