using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FailScope.AspNetCore.Tests;

public sealed partial class ResetTests
{
    private static readonly string Scope = Models.Acme.CreditScope.Value;

    [Fact]
    public async Task Without_a_policy_there_is_no_button_and_no_endpoint()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        Assert.DoesNotContain("method=\"post\"", await app.GetAsync(user: "olga"), StringComparison.Ordinal);
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/failscope/reset", "olga", ("scope", Scope));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEmpty(app.Cooldowns.GetEntries());
    }

    [Fact]
    public async Task A_user_who_meets_the_policy_can_reset_with_the_button()
    {
        await using StatusApp app = await StartWithResetAsync();
        (string name, string token) = TokenOf(await app.GetAsync(user: "olga"));
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/failscope/reset", "olga", (name, token), ("scope", Scope));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Empty(app.Cooldowns.GetEntries());
        var page = new Uri(new Uri(app.Address, "/failscope/reset"), response.Headers.Location!);
        Assert.Contains("The cool-down is over.", await app.GetAsync(page.PathAndQuery, "olga"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_for_one_tenant_leaves_the_others_unchanged_and_returns_to_its_page()
    {
        await using StatusApp app = await StartWithResetAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, "acme");
        (string name, string token) = TokenOf(await app.GetAsync("/failscope?tenant=acme", "olga"));
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/failscope/reset", "olga", (name, token), ("scope", Scope), ("tenant", "acme"));
        Assert.Equal("./?tenant=acme&notice=reset", response.Headers.Location?.OriginalString);
        Assert.Null(Assert.Single(app.Cooldowns.GetEntries()).Tenant);
    }

    [Fact]
    public async Task A_user_who_does_not_meet_the_policy_sees_no_button_and_is_rejected()
    {
        await using StatusApp app = await StartWithResetAsync();
        Assert.DoesNotContain("method=\"post\"", await app.GetAsync(user: "rita"), StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", await app.GetAsync(), StringComparison.Ordinal);
        (string name, string token) = TokenOf(await app.GetAsync(user: "olga"));
        using HttpResponseMessage other = await app.SendAsync(HttpMethod.Post, "/failscope/reset", "rita", (name, token), ("scope", Scope));
        using HttpResponseMessage nobody = await app.SendAsync(HttpMethod.Post, "/failscope/reset", null, (name, token), ("scope", Scope));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.NotEmpty(app.Cooldowns.GetEntries());
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task A_request_without_a_valid_token_is_rejected(string token)
    {
        await using StatusApp app = await StartWithResetAsync();
        (string name, _) = TokenOf(await app.GetAsync(user: "olga"));
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/failscope/reset", "olga", (name, token), ("scope", Scope));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(app.Cooldowns.GetEntries());
    }

    [Fact]
    public async Task A_GET_request_resets_nothing()
    {
        await using StatusApp app = await StartWithResetAsync();
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, $"/failscope/reset?scope={Uri.EscapeDataString(Scope)}", "olga");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.NotEmpty(app.Cooldowns.GetEntries());
    }

    [Fact]
    public async Task A_text_that_is_not_a_scope_key_is_rejected_with_the_expected_format()
    {
        await using StatusApp app = await StartWithResetAsync();
        (string name, string token) = TokenOf(await app.GetAsync(user: "olga"));
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/failscope/reset", "olga", (name, token), ("scope", "everything"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("kind:Namespace.Catalog/Member", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_from_another_site_cannot_put_text_on_the_page()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        Assert.DoesNotContain("hello", await app.GetAsync("/failscope?notice=hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_the_page_throws_if_a_policy_or_a_service_is_missing()
    {
        Assert.Contains("no authorization policy 'operator'", await ErrorAsync(options => options.ResetPolicy = "operator"), StringComparison.Ordinal);
        Assert.Contains(
            "builder.Services.AddAntiforgery()",
            await ErrorAsync(options => options.ResetPolicy = StatusApp.Operators, services => services.RemoveAll<Microsoft.AspNetCore.Antiforgery.IAntiforgery>()),
            StringComparison.Ordinal);
        Assert.Contains("no chain to show", await ErrorAsync(null, services => services.RemoveAll<FallbackChain>()), StringComparison.Ordinal);
        Assert.Contains("no memory between turns", await ErrorAsync(null, services => services.RemoveAll<ICooldowns>()), StringComparison.Ordinal);
    }

    private static async Task<string> ErrorAsync(Action<FailScopePageOptions>? configure, Action<IServiceCollection>? services = null) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => StatusApp.StartAsync(configure, services))).Message;

    private static async Task<StatusApp> StartWithResetAsync()
    {
        StatusApp app = await StatusApp.StartAsync(options => options.ResetPolicy = StatusApp.Operators);
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        return app;
    }

    private static (string Name, string Value) TokenOf(string page)
    {
        Match token = Hidden().Match(page);
        Assert.True(token.Success, page);
        return (token.Groups[1].Value, WebUtility.HtmlDecode(token.Groups[2].Value));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\">")]
    private static partial Regex Hidden();
}
