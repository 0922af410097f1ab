using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.AspNetCore.Tests;

/// <summary>An application with a status page on loopback, a fixed clock, and a memory that a test fills.</summary>
internal sealed class StatusApp : IAsyncDisposable
{
    internal const string Operators = "operators";

    internal static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly WebApplication _app;

    private StatusApp(WebApplication app, FakeTimeProvider clock, Cooldowns cooldowns)
    {
        _app = app;
        Clock = clock;
        Cooldowns = cooldowns;
        Http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    internal FakeTimeProvider Clock { get; }

    internal Cooldowns Cooldowns { get; }

    internal Uri Address => new(_app.Urls.Single());

    /// <summary>An anonymous HTTP client that keeps cookies and does not follow redirects.</summary>
    internal HttpClient Http { get; }

    /// <param name="configure">The options of the page.</param>
    /// <param name="services">Adds services.</param>
    /// <param name="conventions">Adds conventions to the page.</param>
    internal static async Task<StatusApp> StartAsync(
        Action<FailScopePageOptions>? configure = null, Action<IServiceCollection>? services = null, Action<IEndpointConventionBuilder>? conventions = null)
    {
        var clock = new FakeTimeProvider(Noon);
        var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock, ProbeJitter = 0 });
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ICooldowns>(cooldowns);
        builder.Services.AddSingleton(Models.Chat).AddSingleton(Models.Summaries);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Operators, policy => policy.RequireAuthenticatedUser().RequireUserName("olga"));
        builder.Services.AddHealthChecks().AddFailScope();
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        IEndpointConventionBuilder page = app.MapFailScope("/failscope", configure);
        conventions?.Invoke(page);
        await app.StartAsync(Test);
        return new StatusApp(app, clock, cooldowns);
    }

    /// <summary>Makes a request to a model fail. Models before it in its chain are skipped.</summary>
    internal void Fail(Model model, FailureKind kind, string? tenant = null, TimeSpan? retryAfter = null, string? evidence = null) =>
        Cooldowns.Fail(model, new Failure(kind) { RetryAfter = retryAfter, Evidence = evidence }, tenant);

    internal async Task<string> GetAsync(string path = "/failscope", string? user = null)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, path, user);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Test);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? user = null, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(method, path);
        if (user is not null)
        {
            request.Headers.Add(HeaderAuthentication.Header, user);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        return await Http.SendAsync(request, Test);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>Accepts any user name from a header.</summary>
    internal sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        internal const string Header = "X-User";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            (string?)Request.Headers[Header] is { Length: > 0 } name
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult());
    }
}
