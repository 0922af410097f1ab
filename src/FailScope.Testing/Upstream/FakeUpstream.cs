using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>
/// Stands in for all providers of a catalog: replies to each call in the call's format, fails as configured, and
/// records the calls. Calls for which nothing is configured get an answer.
/// </summary>
/// <remarks>
/// <para>There are two ways to connect to it, both with HTTP/1.1 and any client: <see cref="CreateHandler"/> inside the
/// process, without a port, for clients that accept an <see cref="HttpClient"/>; and <see cref="EndpointOf"/> on 127.0.0.1, for
/// those that accept an address. <see cref="ToConfiguration"/> returns the addresses and keys for an app that reads its configuration.</para>
/// <para>It supports OpenAI's chat completions, responses and embeddings, Anthropic's messages, Google's generateContent and Ollama's chat, and
/// distinguishes them by the path of the request. Calls may arrive concurrently.</para>
/// </remarks>
public sealed class FakeUpstream : IDisposable
{
    private readonly ProviderDirectory _directory;
    private readonly CallLog _calls = new();
    private readonly List<FakeBehavior> _behaviors = [];
    private readonly HashSet<Provider> _down = [];
    private readonly Dictionary<Provider, LoopbackListener> _listeners = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly CallServer _server;

    /// <summary>Stands in for the providers of one or more catalogs.</summary>
    /// <param name="catalogs">The generated catalogs: <c>Models.Catalog</c>.</param>
    /// <exception cref="ArgumentException">There is no catalog.</exception>
    public FakeUpstream(params ModelCatalog[] catalogs)
    {
        ArgumentNullException.ThrowIfNull(catalogs);
        if (catalogs.Length == 0)
        {
            throw new ArgumentException("Pass at least one model catalog: it names the providers to stand in for.", nameof(catalogs));
        }

        _directory = new ProviderDirectory(catalogs);
        _server = new CallServer(_directory, _calls, FindReply, () => TimeProvider, _stop.Token);
    }

    /// <summary>The clock for the times of calls, delays, and the reset times in errors. The system clock by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The calls since the start or the last <see cref="Reset"/>, in order. Refused connections are not included.</summary>
    public IReadOnlyList<FakeCall> Calls => _calls.All;

    /// <summary>Configures the replies to calls for a model. If several configurations apply to a call, the last one is used.</summary>
    /// <param name="model">The model.</param>
    public FakeBehavior When(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return When(call => call.Model == model);
    }

    /// <summary>Configures the replies to calls with the key of a credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <inheritdoc cref="When(Model)"/>
    public FakeBehavior When(Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return When(call => call.Credential == credential);
    }

    /// <summary>Configures the replies to calls to a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <inheritdoc cref="When(Model)"/>
    public FakeBehavior When(Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return When(call => call.Provider == provider);
    }

    /// <summary>Configures the replies to calls that match a condition.</summary>
    /// <param name="applies">The condition; the first call is number 1.</param>
    /// <inheritdoc cref="When(Model)"/>
    public FakeBehavior When(Func<FakeCall, bool> applies)
    {
        ArgumentNullException.ThrowIfNull(applies);
        var behavior = new FakeBehavior(applies);
        lock (_behaviors)
        {
            _behaviors.Add(behavior);
        }

        return behavior;
    }

    /// <summary>Refuses connections to a provider from now on, and closes open ones.</summary>
    /// <param name="provider">The provider.</param>
    public void TakeDown(Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        lock (_listeners)
        {
            _down.Add(provider);
            _listeners.GetValueOrDefault(provider)?.TakeDown();
        }
    }

    /// <summary>Accepts connections again to a provider that was taken down.</summary>
    /// <param name="provider">The provider.</param>
    public void BringUp(Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        lock (_listeners)
        {
            _down.Remove(provider);
            _listeners.GetValueOrDefault(provider)?.BringUp();
        }
    }

    /// <summary>Removes all configured replies and recorded calls, and brings every provider up. Handlers, addresses and keys stay valid.</summary>
    public void Reset()
    {
        lock (_behaviors)
        {
            _behaviors.Clear();
        }

        lock (_listeners)
        {
            foreach (Provider provider in _down.ToArray())
            {
                BringUp(provider);
            }
        }

        _calls.Clear();
    }

    /// <summary>The key that the provider of a credential accepts. It is clearly not a real key.</summary>
    /// <param name="credential">The credential.</param>
    public string KeyOf(Credential credential) => _directory.KeyOf(credential);

    /// <summary>Changes the key that the provider accepts, for example to test key rotation. The old key is rejected from now on.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="key">The key. Do not use a real one.</param>
    public void UseKey(Credential credential, string key) => _directory.UseKey(credential, key);

    /// <summary>
    /// Creates a handler for an <see cref="HttpClient"/> that connects to the fakes inside the process. The client uses the real
    /// addresses of the catalog. Calls to any other address fail with an <see cref="InvalidOperationException"/> that lists the known ones.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new UpstreamHandler(_directory, IsDown, Serve);

    /// <summary>The address of a provider on 127.0.0.1, with the path that the catalog declares. The first call opens a port.</summary>
    /// <param name="provider">The provider.</param>
    /// <exception cref="ObjectDisposedException">The upstream has been disposed.</exception>
    public Uri EndpointOf(Provider provider)
    {
        _directory.ThrowIfUnknown(provider);
        lock (_listeners)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            if (!_listeners.TryGetValue(provider, out LoopbackListener? listener))
            {
                listener = new LoopbackListener((stream, reset) => Serve(stream, [provider], reset));
                _listeners.Add(provider, listener);
                if (_down.Contains(provider))
                {
                    listener.TakeDown();
                }
            }

            return new UriBuilder(provider.Endpoint) { Scheme = Uri.UriSchemeHttp, Host = "127.0.0.1", Port = listener.Port }.Uri;
        }
    }

    /// <summary>
    /// The keys and the addresses on 127.0.0.1 as configuration for FailScope:
    /// <c>configuration.AddInMemoryCollection(upstream.ToConfiguration())</c>. Opens a port for each provider.
    /// </summary>
    public IReadOnlyDictionary<string, string?> ToConfiguration()
    {
        var settings = new Dictionary<string, string?>();
        foreach (Credential credential in _directory.Credentials)
        {
            settings[$"FailScope:Credentials:{credential.Name}"] = KeyOf(credential);
        }

        foreach (Provider provider in _directory.Providers)
        {
            settings[$"FailScope:Providers:{provider.Name}:Endpoint"] = EndpointOf(provider).ToString();
        }

        return settings;
    }

    /// <summary>Waits until the given number of calls have arrived. Their delays have started by then, so a fake clock can be advanced.</summary>
    /// <param name="count">The number of calls, counted like <see cref="Calls"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task WaitForCallsAsync(int count, CancellationToken cancellationToken = default) => _calls.WaitAsync(count, cancellationToken);

    /// <summary>Closes all connections and ports.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        lock (_listeners)
        {
            foreach (LoopbackListener listener in _listeners.Values)
            {
                listener.Dispose();
            }
        }
    }

    private Task Serve(Stream stream, IReadOnlyList<Provider> providers, Action reset) =>
        Connection.ServeAsync(stream, (request, response, left) => _server.AnswerAsync(providers, request, response, left), reset, _stop.Token);

    private bool IsDown(Provider provider)
    {
        lock (_listeners)
        {
            return _down.Contains(provider);
        }
    }

    private FakeReply? FindReply(FakeCall call)
    {
        FakeBehavior[] behaviors;
        lock (_behaviors)
        {
            behaviors = [.. _behaviors];
        }

        for (int i = behaviors.Length - 1; i >= 0; i--)
        {
            if (behaviors[i].Find(call) is { } reply)
            {
                return reply;
            }
        }

        return null;
    }
}
