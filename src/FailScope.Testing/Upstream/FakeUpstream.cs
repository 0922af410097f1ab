using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>
/// Stands in for every provider of a catalog: answers each call in the format that it asks for, fails as it is told to, and
/// records what arrived. What nothing was said about is answered.
/// </summary>
/// <remarks>
/// <para>There are two ways to it, and both speak HTTP/1.1 to the client of your choice: <see cref="CreateHandler"/> within the
/// process, without a port, for clients that take an <see cref="HttpClient"/>; and <see cref="EndpointOf"/> on 127.0.0.1, for
/// those that take an address. <see cref="ToConfiguration"/> gives the addresses and keys to an app that reads its configuration.</para>
/// <para>Chat completions, responses and embeddings in the format of OpenAI, Anthropic's messages, Google's generateContent and Ollama's chat are
/// told apart by the path of the request. Calls may arrive at the same time.</para>
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

    /// <summary>The clock: of the calls' times, of delays, and of the reset times that errors name. The system's unless set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The calls that have arrived since the start or the last <see cref="Reset"/>, in order. Refused connections are none.</summary>
    public IReadOnlyList<FakeCall> Calls => _calls.All;

    /// <summary>Says how calls for a model are answered. What was said last counts, as far as it applies.</summary>
    /// <param name="model">The model.</param>
    public FakeBehavior When(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return When(call => call.Model == model);
    }

    /// <summary>Says how calls with the key of a credential are answered.</summary>
    /// <param name="credential">The credential.</param>
    /// <inheritdoc cref="When(Model)"/>
    public FakeBehavior When(Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return When(call => call.Credential == credential);
    }

    /// <summary>Says how calls to a provider are answered.</summary>
    /// <param name="provider">The provider.</param>
    /// <inheritdoc cref="When(Model)"/>
    public FakeBehavior When(Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return When(call => call.Provider == provider);
    }

    /// <summary>Says how the calls are answered that a condition holds for.</summary>
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

    /// <summary>From now on connections to a provider are refused. Open ones are closed.</summary>
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

    /// <summary>A provider that was taken down takes connections again.</summary>
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

    /// <summary>Forgets what was said and what arrived, and brings every provider up. Handlers, addresses and keys stay.</summary>
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

    /// <summary>The key that the provider of a credential takes: obviously none of a real provider.</summary>
    /// <param name="credential">The credential.</param>
    public string KeyOf(Credential credential) => _directory.KeyOf(credential);

    /// <summary>Changes the key that the provider takes, as when a key is rotated. The old one is refused from now on.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="key">The key; no real one.</param>
    public void UseKey(Credential credential, string key) => _directory.UseKey(credential, key);

    /// <summary>
    /// Makes a handler for an <see cref="HttpClient"/> that connects to the fakes within the process. The client keeps the real
    /// addresses of the catalog. Calls to any other address fail with an <see cref="InvalidOperationException"/> that names the known ones.
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
    /// The keys and the addresses on 127.0.0.1, under the names that FailScope reads:
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

    /// <summary>Waits until so many calls have arrived. Their delays have begun by then, so a fake clock can be moved.</summary>
    /// <param name="count">How many, counted like <see cref="Calls"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForCallsAsync(int count, CancellationToken cancellationToken = default) => _calls.WaitAsync(count, cancellationToken);

    /// <summary>Closes every connection and port.</summary>
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
