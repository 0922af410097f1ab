using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace FailScope.AspNetCore.Tests;

/// <summary>Text from a provider, a tenant or a database must be shown as text.</summary>
public sealed partial class HostileTextTests
{
    private const string Markup = "</bdi></table><script>alert('&\"')</script><img src=x onerror=alert(1)>";

    // Assembled here, so that secret scanners do not report this file.
    private static readonly string Secret = "sk-or-v1-" + new string('a', 30) + "0123456789";

    [Fact]
    public async Task Markup_in_the_evidence_is_shown_as_text()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, evidence: Markup);
        string page = await app.GetAsync();
        Assert.Contains("&lt;script&gt;alert(&#x27;&amp;&quot;&#x27;)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_tenant_a_name_or_an_id_is_shown_as_text()
    {
        var builder = new ModelCatalogBuilder("Rows <b>");
        string hostile = "<script>alert(1)<\\script>\" onload=\"x";
        Credential key = builder.AddCredential("k" + hostile, builder.AddProvider("p" + hostile, "https://example.org"));
        FallbackChain chain = builder.AddChain("c" + hostile, builder.AddModel("m" + hostile, "<script>alert(1)</script>", key));
        await using StatusApp app = await StatusApp.StartAsync(options => options.Chains.Add(chain));
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, Markup);
        FallbackState state = chain.Start(app.Cooldowns);
        Assert.True(app.Cooldowns.TryBegin(ref state, out CooldownAttempt attempt));
        app.Cooldowns.Failed(attempt, new Failure(FailureKind.AuthenticationFailed));
        foreach (string path in (string[])["/failscope", $"/failscope?tenant={Uri.EscapeDataString(Markup)}"])
        {
            string page = await app.GetAsync(path);
            Assert.Single(Tags(page), tag => tag.StartsWith("<script", StringComparison.Ordinal));
            Assert.DoesNotContain(Tags(page), tag => tag.StartsWith("<img", StringComparison.Ordinal) || tag.Contains("onload", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_secret_in_the_evidence_or_a_model_id_appears_on_no_page_and_in_no_json()
    {
        var builder = new ModelCatalogBuilder("Rows");
        FallbackChain chain = builder.AddChain("Chat", builder.AddModel("Odd", Secret, builder.AddCredential("Main", builder.AddProvider("Local", "https://example.org"))));
        await using StatusApp app = await StatusApp.StartAsync(options => options.Chains.Add(chain));
        app.Fail(Models.Sonnet, FailureKind.AuthenticationFailed, evidence: $"Incorrect API key provided: {Secret}");
        foreach (string path in (string[])["/failscope", "/failscope/status.json"])
        {
            string text = await app.GetAsync(path);
            Assert.DoesNotContain("aaaaaa", text, StringComparison.Ordinal);
            Assert.Contains("[redacted]", text, StringComparison.Ordinal);
        }
    }

    /// <summary>The page has the same tags with any text.</summary>
    [Fact]
    public void No_text_changes_the_tags_of_the_page()
    {
        string[] expected = Tags(PageWith("plain", "plain"));
        Gen<string> hostile = Gen.Char["<>\"'&/=!-`; aé→\u202e\0\n\r\t"].Array[1, 40].Select(letters => new string(letters));
        Gen.Select(hostile, hostile).Sample(
            (evidence, tenant) => Assert.Equal(expected, Tags(PageWith(evidence, tenant))), iter: Iterations.Or(2_000));
    }

    private static string PageWith(string evidence, string tenant)
    {
        var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(StatusApp.Noon) });
        cooldowns.Fail(Models.Sonnet, new Failure(FailureKind.CreditExhausted) { Evidence = "x" + evidence });
        cooldowns.Fail(Models.Sonnet, new Failure(FailureKind.CreditExhausted), tenant);
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        var options = new FailScopeStatusOptions { Cooldowns = cooldowns };
        options.Chains.Add(Models.Chat);
        return StatusPage.Draw(new StatusReader(services, options).Read(null), new PageContext("/failscope", null, null, TimeSpan.FromSeconds(5)));
    }

    // The names of elements and attributes, without values.
    private static string[] Tags(string page) => [.. Tag().Matches(page.After("<body")).Select(match => Value().Replace(match.Value, "=\"\""))];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Value();
}
