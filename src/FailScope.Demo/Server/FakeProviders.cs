using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FailScope.Demo.Server;

/// <summary>
/// An OpenAI-compatible server on loopback that plays every provider of the catalog. A call for
/// <c>https://openrouter.ai/api/v1/chat/completions</c> arrives at <c>/openrouter.ai/api/v1/chat/completions</c>.
/// </summary>
internal sealed class FakeProviders : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Socket _closedDoor;
    private readonly List<ProviderCall> _calls = [];
    private IReadOnlyList<ServerRule> _rules = [];
    private Action? _onCall;

    private FakeProviders(WebApplication app, Socket closedDoor)
    {
        _app = app;
        _closedDoor = closedDoor;
    }

    /// <summary>Where the providers listen.</summary>
    internal Uri Address => new(_app.Urls.Single());

    /// <summary>Where nobody listens, and nobody else can: connections are refused.</summary>
    internal Uri ClosedDoor => new($"http://{_closedDoor.LocalEndPoint}");

    /// <summary>The calls that arrived since the last <see cref="Behave"/>.</summary>
    internal IReadOnlyList<ProviderCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The key that the providers accept for a credential: obviously none of a real provider.</summary>
    internal static string KeyOf(Credential credential) => $"demo-key-{credential.Name}";

    /// <summary>Starts the server on a free port.</summary>
    internal static async Task<FakeProviders> StartAsync(CancellationToken cancellationToken)
    {
        // An empty builder: no configuration, logging or environment variable of the machine has a say.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, BorrowedLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var closedDoor = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closedDoor.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var providers = new FakeProviders(builder.Build(), closedDoor);
        providers._app.MapPost("/{host}/{**path}", providers.AnswerAsync);
        await providers._app.StartAsync(cancellationToken);
        return providers;
    }

    /// <summary>Sets how the providers treat calls from now on. What no rule applies to is answered.</summary>
    /// <param name="rules">The first that applies decides.</param>
    /// <param name="onCall">Told of every call that arrives.</param>
    internal void Behave(IReadOnlyList<ServerRule> rules, Action? onCall = null)
    {
        lock (_calls)
        {
            _calls.Clear();
        }

        _rules = rules;
        _onCall = onCall;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _closedDoor.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        ProviderCall call = await ProviderCall.ReadAsync((string)context.Request.RouteValues["host"]!, context.Request);
        lock (_calls)
        {
            _calls.Add(call);
        }

        _onCall?.Invoke();
        try
        {
            await ReplyTo(call).SendAsync(context, call);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
    }

    private Reply ReplyTo(ProviderCall call)
    {
        Credential? credential = Models.Catalog.Credentials.FirstOrDefault(
            credential => credential.Provider.Endpoint.Host == call.Host && KeyOf(credential) == call.Key);
        if (credential is null)
        {
            return CommonErrors.InvalidKey;
        }

        Model? model = Models.Catalog.Models.FirstOrDefault(model => model.Credential == credential && model.Id == call.ModelId);
        return model is null
            ? CommonErrors.NoSuchModel
            : _rules.FirstOrDefault(rule => rule.Applies(model))?.Reply ?? AnswerReply.Instance;
    }

    /// <summary>The server lives as long as the demo does: Ctrl+C is the demo's business, not the host's.</summary>
    private sealed class BorrowedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
