using System.Text.Json.Nodes;

namespace FailScope.AspNetCore.Tests.Browser;

/// <summary>
/// Tests the page in a real browser: no policy violation, no horizontal overflow, enough contrast, keyboard, screen reader, live updates.
/// Screenshots are saved in <c>artifacts/screenshots</c>. Skipped if Chromium is not installed.
/// </summary>
public sealed class BrowserTests
{
    private const string TooFaint = """
        (() => {
          const parse = color => (color.match(/[\d.]+/g) ?? []).map(Number);
          const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const background = element => {
            for (let e = element; e; e = e.parentElement) {
              const color = parse(getComputedStyle(e).backgroundColor);
              if (color.length === 3 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest("script, svg")) continue;
            const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(background(element))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${walker.currentNode.textContent.trim()}`);
          }
          return faint.join("\n");
        })()
        """;

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 390)]
    [InlineData("dark", 390)]
    public async Task The_page_is_readable(string scheme, int width)
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync(options => options.ResetPolicy = StatusApp.Operators);
        BringTrouble(app);
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"), scheme, width, user: "olga");

        string kind = width < 600 ? "narrow" : "wide";
        await page.KeepPictureAsync($"status-{scheme}-{kind}");
        Assert.Empty(page.Complaints);
        Assert.Equal("true", await page.EvaluateAsync("document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.Equal("", await page.EvaluateAsync(TooFaint));
    }

    [Fact]
    public async Task Hostile_and_long_text_does_not_break_the_layout()
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync(options => options.ResetPolicy = StatusApp.Operators);
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, evidence: "</table><script>document.title='broken'</script><img src=x onerror=alert(1)> " + new string('w', 30) + string.Concat(Enumerable.Repeat("-unbroken", 30)));
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, "\u202e<b>" + new string('t', 300));
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"), width: 390, user: "olga");

        await page.KeepPictureAsync("status-hostile-narrow");
        Assert.Empty(page.Complaints);
        Assert.Equal("Degraded – FailScope status", await page.EvaluateAsync("document.title"));
        Assert.Equal("0", await page.EvaluateAsync("document.images.length"));
        Assert.Equal("true", await page.EvaluateAsync("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Fact]
    public async Task The_page_updates_itself_and_keeps_the_focus()
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync(options =>
        {
            options.ResetPolicy = StatusApp.Operators;
            options.RefreshInterval = TimeSpan.FromSeconds(1);
        });
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"), user: "olga");
        await page.EvaluateAsync("document.querySelector('td button').focus()");

        app.Fail(Models.GptOss, FailureKind.AuthenticationFailed);
        await page.WaitAsync("document.getElementById('live').textContent.includes('authentication failed')");
        Assert.Equal($"reset-{Models.Acme.CreditScope.Value}-priced", await page.EvaluateAsync("document.activeElement.id"));

        app.Cooldowns.Reset(Models.Acme.CreditScope);
        app.Cooldowns.Reset(Models.GroqKey.CredentialScope);
        await page.WaitAsync("document.querySelector('#summary [role=status]').textContent.startsWith('Healthy.')");
        Assert.Equal("Healthy – FailScope status", await page.EvaluateAsync("document.title"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Updates_can_be_paused()
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync(options => options.RefreshInterval = TimeSpan.FromSeconds(1));
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"));
        await page.EvaluateAsync("document.getElementById('pause').click()");
        Assert.Equal("true", await page.EvaluateAsync("document.getElementById('pause').getAttribute('aria-pressed')"));
        await page.EvaluateAsync("window.asked = 0; const fetched = window.fetch; window.fetch = (...all) => { window.asked++; return fetched(...all); }");
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 2500))");
        Assert.Equal("0", await page.EvaluateAsync("window.asked"));
        await page.EvaluateAsync("document.getElementById('pause').click()");
        await page.WaitAsync("window.asked > 0");
    }

    [Fact]
    public async Task A_reset_works_with_the_keyboard_alone()
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync(options => options.ResetPolicy = StatusApp.Operators);
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"), user: "olga");

        var passed = new List<string>();
        for (int i = 0; i < 10 && passed.LastOrDefault() != "Reset"; i++)
        {
            await page.PressAsync("Tab");
            passed.Add(await page.EvaluateAsync("document.activeElement.textContent"));
            Assert.NotEqual("none", await page.EvaluateAsync("getComputedStyle(document.activeElement).outlineStyle"));
        }

        Assert.Equal(["Skip to the chains", "Pause updates", "JSON", "Reset"], passed);
        int loads = page.Loads;
        await page.PressAsync("Enter");
        await browser.WaitAsync(() => Task.FromResult(page.Loads > loads));
        Assert.Equal("true", await page.EvaluateAsync("document.body.textContent.includes('The cool-down is over.')"));
        Assert.Empty(app.Cooldowns.GetEntries());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_screen_reader_finds_landmarks_headings_and_a_table_with_headers(int width)
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync(options => options.ResetPolicy = StatusApp.Operators);
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"), width: width, user: "olga");

        string[] found = await page.AccessibleAsync();
        Assert.All(
            (string[])["banner", "main", "contentinfo", "heading FailScope status", "heading Chat", "heading Sonnet", "heading Cool-downs", "table Cool-downs", "columnheader Until", "button Reset credit of account Acme"],
            expected => Assert.Contains(expected, found));
        Assert.Contains(found, name => name.StartsWith("rowheader credit of account Acme", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(found, name => name.StartsWith("status", StringComparison.Ordinal));
        Assert.Contains("StaticText retired", found);
    }

    [Fact]
    public async Task Without_script_the_page_shows_the_same_and_reloads_itself()
    {
        await using Chromium browser = await Chromium.StartAsync();
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted);
        var page = new BrowserPage(browser);
        await page.ShowAsync(new Uri(app.Address, "/failscope"), script: false);

        string[] found = await page.AccessibleAsync();
        Assert.Contains("heading Sonnet", found);
        Assert.DoesNotContain("button Pause updates", found);
        JsonNode root = await browser.CallAsync("DOM.getDocument", new() { ["depth"] = -1 });
        Assert.Contains("http-equiv", root.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    // Creates one of each item that a page can show.
    private static void BringTrouble(StatusApp app)
    {
        app.Fail(Models.GptOss, FailureKind.RateLimited, retryAfter: TimeSpan.FromMinutes(20), evidence: "status 429, header retry-after 1200");
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        app.Fail(Models.Sonnet, FailureKind.CreditExhausted, retryAfter: TimeSpan.FromMinutes(16), evidence: "phrase \"Insufficient credits\", status 402");
        foreach ((string tenant, int failures) in ((string, int)[])[("acme", 2), ("globex", 1), ("initech", 1)])
        {
            app.Fail(Models.Sonnet, FailureKind.CreditExhausted, tenant, TimeSpan.FromHours(3));
            if (failures > 1)
            {
                app.Fail(Models.LlamaFree, FailureKind.FreeQuotaExhausted, tenant);
            }
        }

        app.Clock.Advance(TimeSpan.FromMinutes(12));
    }
}
