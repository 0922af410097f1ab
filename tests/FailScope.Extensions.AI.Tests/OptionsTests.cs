using System.Reflection;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A client copies its options when it is created, so later changes have no effect.</summary>
public class OptionsTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public void A_copy_of_chat_options_has_all_properties() => CheckCopy(
        new FallbackChatOptions { RequireFinishReason = true, ConfigureOptions = (_, _) => { } },
        new FallbackChatOptions(),
        options => options.Clone());

    [Fact]
    public void A_copy_of_embedding_options_has_all_properties() => CheckCopy(
        new FallbackEmbeddingOptions { ConfigureOptions = (_, _) => { } },
        new FallbackEmbeddingOptions(),
        options => options.Clone());

    [Theory, InlineData(false), InlineData(true)]
    public async Task Changing_options_during_a_turn_has_no_effect(bool streaming)
    {
        var fleet = new Fleet();
        var options = new FallbackChatOptions { MaxAttempts = 3 };
        using FallbackChatClient client = fleet.Fails(Shop.Large, FailureKind.RateLimited).Over(options);
        fleet[Shop.Large].Metadata = null;
        options.ConfigureOptions = (_, _) => throw new InvalidOperationException("set after the client was made");
        options.OnAttempt = _ => options.MaxAttempts = 1;
        options.MaxAttempts = 1;
        Assert.Equal("Medium", await client.AskAsync(streaming, cancellationToken: Test));
    }

    [Fact]
    public async Task Changing_options_during_an_embedding_turn_has_no_effect()
    {
        var options = new FallbackEmbeddingOptions();
        using var generator = new FallbackEmbeddingGenerator<string, Embedding<float>>(
            Library.Vectors,
            model => new FakeGenerator(model) { Answer = (texts, _) => model == Library.Embed ? throw new FailedCallException(new Failure(FailureKind.RateLimited)) : Task.FromResult(FakeGenerator.Vectors(model, texts)) },
            options);
        options.MaxAttempts = 1;
        GeneratedEmbeddings<Embedding<float>> given = await generator.GenerateAsync(["a"], cancellationToken: Test);
        Assert.Equal(Library.EmbedFast, given.GetAnsweringModel(Library.Vectors));
    }

    private static void CheckCopy<TOptions>(TOptions options, TOptions defaults, Func<TOptions, TOptions> copy)
        where TOptions : FallbackClientOptions
    {
        options.LeaveOpen = true;
        options.ReportFirstChoice = true;
        options.LoggerFactory = NullLoggerFactory.Instance;
        options.MaxAttempts = 3;
        PropertyInfo[] properties = [.. typeof(TOptions).GetProperties()];
        TOptions copied = copy(options);
        Assert.All(properties.Where(property => property.DeclaringType != typeof(FallbackOptions)), property => Assert.NotEqual(property.GetValue(defaults), property.GetValue(options)));
        Assert.All(properties, property => Assert.Equal(property.GetValue(options), property.GetValue(copied)));
    }
}
