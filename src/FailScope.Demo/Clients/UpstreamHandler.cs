using FailScope.Demo.Server;

namespace FailScope.Demo.Clients;

/// <summary>
/// Sends calls that are meant for the providers of the catalog to the <see cref="FakeProviders"/> instead, and counts them.
/// The catalog keeps the real addresses, and the SDK does not notice.
/// </summary>
internal sealed class UpstreamHandler : DelegatingHandler
{
    private readonly FakeProviders _providers;
    private readonly Provider? _unreachable;
    private int _calls;

    /// <param name="providers">Where the calls go.</param>
    /// <param name="unreachable">A provider that refuses connections; null where each one accepts them.</param>
    /// <param name="network">Sends the calls.</param>
    internal UpstreamHandler(FakeProviders providers, Provider? unreachable, HttpMessageHandler network)
        : base(network)
    {
        _providers = providers;
        _unreachable = unreachable;
    }

    /// <summary>How many calls were made, those that reached nobody included.</summary>
    internal int Calls => Volatile.Read(ref _calls);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        Uri real = request.RequestUri!;
        Uri standIn = real.Host == _unreachable?.Endpoint.Host ? _providers.ClosedDoor : _providers.Address;
        request.RequestUri = new Uri(standIn, $"/{real.Host}{real.PathAndQuery}");
        return base.SendAsync(request, cancellationToken);
    }
}
