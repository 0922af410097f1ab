using System.Text.RegularExpressions;
using FailScope.Samples.Catalog;
using FailScope.Testing;

namespace FailScope.Docs.Tests.Messages;

/// <summary>The messages in the troubleshooting guide are the same as in an application.</summary>
public sealed partial class TroubleshootingTests
{
    private const string Page = "src/FailScope/docs/troubleshooting.md";

    public static TheoryData<string> Names => [.. Situations.Keys];

    private static readonly Dictionary<string, Func<Task<string>>> Situations = new()
    {
        ["account-empty"] = async () =>
        {
            using var app = new RuntimeMessages();
            app.Upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
            return await app.AskAsync();
        },
        ["nobody-answers-billing"] = async () =>
        {
            using var app = new RuntimeMessages("GroqKey");
            app.Upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
            app.Upstream.When(Models.GptOssFree).Reply(FakeProvider.OpenRouter.FreeQuotaExhausted());
            return await app.AskAsync();
        },
        ["key-refused"] = async () =>
        {
            using var app = new RuntimeMessages();
            app.Upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.AuthenticationFailed());
            app.Upstream.When(Models.GroqKey).Reply(FakeProvider.Groq.AuthenticationFailed());
            return await app.AskAsync();
        },
        ["everything-cools-down"] = async () =>
        {
            using var app = new RuntimeMessages();
            app.Upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.AuthenticationFailed());
            app.Upstream.When(Models.GroqKey).Reply(FakeProvider.Groq.AuthenticationFailed());
            await app.AskAsync();
            app.Wait(TimeSpan.FromMinutes(1));
            return await app.AskAsync();
        },
        ["recovered"] = async () =>
        {
            using var app = new RuntimeMessages();
            app.Upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.RateLimited(TimeSpan.FromSeconds(20)), FakeReply.Answer("Hello."));
            await app.AskAsync();
            app.Wait(TimeSpan.FromSeconds(21));
            return await app.AskAsync();
        },
        ["reset"] = async () =>
        {
            using var app = new RuntimeMessages();
            app.Upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
            await app.AskAsync();
            return app.LogOf(() => app.Cooldowns.Reset(Models.Main.CreditScope));
        },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_guide_quotes_the_message_exactly(string name)
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, Page), TestContext.Current.CancellationToken);
        Match shown = Regex.Match(page.ReplaceLineEndings("\n"), $@"<!-- message: {Regex.Escape(name)} -->\n```text\n(.*?)\n```", RegexOptions.Singleline);

        string message = await Situations[name]();

        // Not Assert.Equal, which shortens the text: the whole message is needed to correct the page.
        Assert.True(shown.Groups[1].Value == message, $"{Page} does not show the message '{name}' as it is:\n{message}\n(end)");
    }

    [Fact]
    public async Task Every_message_in_the_guide_is_compared()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, Page), TestContext.Current.CancellationToken);

        Assert.Equal(Situations.Keys.Order(), Mark().Matches(page).Select(match => match.Groups[1].Value).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_message_contains_a_key(string name)
    {
        using var upstream = new FakeUpstream(Models.Catalog);
        string message = await Situations[name]();

        Assert.All(new[] { Models.Main, Models.GroqKey }, credential => Assert.DoesNotContain(upstream.KeyOf(credential), message, StringComparison.Ordinal));
    }

    [GeneratedRegex("<!-- message: (.*?) -->")]
    private static partial Regex Mark();
}
