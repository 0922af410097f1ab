using FailScope.Samples.Catalog;
using FailScope.Samples.Router;

namespace FailScope.Samples.Tests;

public sealed class RouterTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly Cooldowns _cooldowns = new();

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public async Task An_account_without_credit_costs_one_call_and_the_free_model_answers()
    {
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));
        Assert.Equal(new RoutedAnswer(Models.GptOssFree, "For free."), await AskAsync());
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree);
    }

    [Fact]
    public async Task An_account_without_credit_is_not_called_again_until_it_is_reset()
    {
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("For free."));
        await AskAsync();
        await AskAsync();
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOssFree, Models.GptOssFree);

        _upstream.Reset();
        _cooldowns.Reset(Models.Main.CreditScope);
        Assert.Equal(Models.Sonnet, (await AskAsync()).Model);
    }

    [Fact]
    public async Task A_rejected_key_also_retires_the_free_model()
    {
        _upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.AuthenticationFailed());
        Assert.Equal(Models.GptOss, (await AskAsync()).Model);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.GptOss);
    }

    [Fact]
    public async Task A_model_without_a_configured_key_is_not_called()
    {
        Assert.Equal(Models.GptOss, (await AskAsync(missing: Models.Main)).Model);
        _upstream.ShouldHaveBeenCalledFor(Models.GptOss);
    }

    [Fact]
    public async Task An_HTML_page_instead_of_a_response_is_a_failure()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.LoginPage);
        Assert.NotEqual(Models.Sonnet, (await AskAsync()).Model);
    }

    [Fact]
    public async Task A_rejected_question_ends_the_turn()
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.ContentFiltered());
        FailedCallException thrown = await Assert.ThrowsAsync<FailedCallException>(() => AskAsync());
        Assert.Equal(FailureKind.ContentFiltered, thrown.Failure.Kind);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet);
    }

    [Fact]
    public async Task If_no_model_is_left_the_exception_lists_the_attempts()
    {
        _upstream.TakeDown(Models.OpenRouter);
        _upstream.When(Models.GptOss).Reply(FakeProvider.Groq.RateLimited());
        NoModelLeftException thrown = await Assert.ThrowsAsync<NoModelLeftException>(() => AskAsync());
        Assert.Equal([FailureKind.ProviderUnreachable, FailureKind.RateLimited], thrown.Failures.Select(entry => entry.Failure.Kind));
    }

    private async Task<RoutedAnswer> AskAsync(Credential? missing = null)
    {
        using var http = new HttpClient(_upstream.CreateHandler());
        var router = new Router.Router(http, credential => credential == missing ? null : _upstream.KeyOf(credential), _cooldowns);
        return await router.AskAsync(Models.Chat, "Who answers?", Test);
    }
}
