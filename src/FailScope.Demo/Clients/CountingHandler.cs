namespace FailScope.Demo.Clients;

/// <summary>Counts all calls, including those that reach no provider.</summary>
/// <param name="network">Sends the calls.</param>
internal sealed class CountingHandler(HttpMessageHandler network) : DelegatingHandler(network)
{
    private int _calls;

    internal int Calls => Volatile.Read(ref _calls);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.SendAsync(request, cancellationToken);
    }
}
