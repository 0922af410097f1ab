using FailScope.Samples.Catalog;

namespace FailScope.Samples.Api.Tests;

/// <summary>What users get when a model fails. The tests use the models of the catalog: change both together.</summary>
public sealed class ChatTests : IAsyncDisposable
{
    private readonly ChatApp _app = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Without credit, the account can still use free models.</summary>
    [Fact]
    public async Task An_account_without_credit_leaves_the_free_model_answering()
    {
        _app.Upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _app.Upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));

        Assert.Equal([("text", "For free."), ("done", Models.GptOssFree.Id)], await _app.AskAsync(Test));
        _app.Upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree);
    }

    /// <summary>The free model uses the same key, so it is not called.</summary>
    [Fact]
    public async Task A_rejected_key_retires_its_free_model_too_and_another_provider_answers()
    {
        _app.Upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.AuthenticationFailed());
        _app.Upstream.When(Models.GptOss).Reply(FakeReply.Answer("From another provider."));

        Assert.Equal([("text", "From another provider."), ("done", Models.GptOss.Id)], await _app.AskAsync(Test));
        _app.Upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOss);
    }

    /// <summary>After the first piece there is no fallback: a second answer would follow half of the first one.</summary>
    [Fact]
    public async Task A_stream_that_fails_after_its_first_piece_ends_with_an_error_event()
    {
        _app.Upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Half of").ThenCloses());

        Assert.Equal([("text", "Half of"), ("error", "The answer broke off.")], await _app.AskAsync(Test));
        _app.Upstream.ShouldHaveBeenCalledFor(Models.Sonnet);
    }
}
