using System.Net;
using Microsoft.AspNetCore.Builder;

namespace FailScope.AspNetCore.Tests;

public sealed class PageTests
{
    [Fact]
    public async Task A_page_without_cool_downs_says_that_every_model_is_alive()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        string page = await app.GetAsync();
        Assert.Contains("<b>Healthy.</b> Every model of all 2 chains is alive.", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is cooling down.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("retired", page.After("</style>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_model_shows_why_and_until_when()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, retryAfter: TimeSpan.FromMinutes(30), evidence: "code insufficient_quota");
        app.Clock.Advance(TimeSpan.FromMinutes(26));
        string page = await app.GetAsync();
        Assert.Contains("<b>credit exhausted</b>, credit of account Acme, until <time datetime=\"2026-08-01T12:30:00Z\">12:30 UTC</time> (in 4 min)", page, StringComparison.Ordinal);
        Assert.Contains("code insufficient_quota", page, StringComparison.Ordinal);
        Assert.Contains("reported by model Sonnet", page, StringComparison.Ordinal);
        Assert.Contains("Add credit to the account &#x27;Acme&#x27; at OpenRouter.", page, StringComparison.Ordinal);
        Assert.Contains("26 min ago", page, StringComparison.Ordinal);
        Assert.Contains("2 of 2 chains are degraded: some models are retired, others answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_model_that_is_alive_is_marked_as_the_one_for_requests()
    {
        await using StatusApp app = await StatusApp.StartAsync(options => options.Chains.Add(Models.Chat));
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        string card = (await app.GetAsync()).After("LlamaFree</bdi></h3>").Before("</li>");
        Assert.Contains("Requests go here", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_without_a_model_alive_shows_when_the_first_one_recovers()
    {
        await using StatusApp app = await StatusApp.StartAsync(options => options.Chains.Add(Models.Summaries));
        app.Fail(Models.Haiku, FailureKind.RateLimited, retryAfter: TimeSpan.FromMinutes(5));
        app.Fail(Models.LlamaFree, FailureKind.FreeQuotaExhausted);
        string page = await app.GetAsync();
        Assert.Contains("1 of 1 chain has no model alive", page, StringComparison.Ordinal);
        Assert.Contains("none of 2 models is alive", page, StringComparison.Ordinal);
        Assert.Contains("in 5 min</time>, at 12:05 UTC", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_cool_down_says_that_the_next_request_probes()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.GptOss, FailureKind.RateLimited, retryAfter: TimeSpan.FromMinutes(5));
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        string page = await app.GetAsync();
        Assert.Contains("12:05 UTC</time>: the next request tries it", page, StringComparison.Ordinal);
        Assert.Contains("Every model of all 2 chains is alive", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tenants_are_listed_up_to_a_maximum_and_the_others_are_counted()
    {
        await using StatusApp app = await StatusApp.StartAsync(options => options.MaxTenants = 2);
        for (int tenant = 1; tenant <= 5; tenant++)
        {
            app.Fail(Models.Sonnet, FailureKind.CreditExhausted, $"tenant-{tenant}");
        }

        app.Fail(Models.GptOss, FailureKind.AuthenticationFailed, "tenant-4");
        string page = await app.GetAsync();
        Assert.Contains("2 of 5 tenants are listed", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/failscope?tenant=tenant-4\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/failscope?tenant=tenant-1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tenant-2", page, StringComparison.Ordinal);
        Assert.Contains("<b>Degraded.</b> Every model is alive, but not for every tenant.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_has_its_own_page()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, "acme & sons");
        app.Fail(Models.GptOss, FailureKind.AuthenticationFailed, "other");
        string page = await app.GetAsync("/failscope?tenant=acme%20%26%20sons");
        Assert.Contains("<bdi>acme &amp; sons</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("credit of account Acme", page, StringComparison.Ordinal);
        Assert.DoesNotContain("authentication failed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_the_same_with_and_without_a_slash_at_the_end()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        Assert.Contains("href=\"/failscope/status.json\"", await app.GetAsync("/failscope/"), StringComparison.Ordinal);
        Assert.Contains("href=\"/failscope/status.json\"", await app.GetAsync("/failscope"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headers_allow_only_the_content_of_the_page()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        foreach (string path in (string[])["/failscope", "/failscope/status.json"])
        {
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, path);
            string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    public async Task The_page_loads_nothing_from_other_sites()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        string page = await app.GetAsync();
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conventions_of_the_page_also_apply_to_its_json_and_its_reset()
    {
        await using StatusApp app = await StatusApp.StartAsync(options => options.ResetPolicy = StatusApp.Operators, conventions: page => page.RequireAuthorization());
        foreach ((HttpMethod method, string path) in ((HttpMethod, string)[])[(HttpMethod.Get, "/failscope"), (HttpMethod.Get, "/failscope/status.json"), (HttpMethod.Post, "/failscope/reset")])
        {
            using HttpResponseMessage response = await app.SendAsync(method, path);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Contains("FailScope", await app.GetAsync(user: "anyone"), StringComparison.Ordinal);
    }
}
