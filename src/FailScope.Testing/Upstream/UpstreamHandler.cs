using System.Net.Sockets;
using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>The framework's own HTTP client over connections inside the process, so that it throws the same exceptions as in production.</summary>
internal sealed class UpstreamHandler : DelegatingHandler
{
    private readonly ProviderDirectory _directory;
    private readonly Func<Provider, bool> _isDown;
    private readonly Func<Stream, IReadOnlyList<Provider>, Action, Task> _serve;

    internal UpstreamHandler(ProviderDirectory directory, Func<Provider, bool> isDown, Func<Stream, IReadOnlyList<Provider>, Action, Task> serve)
    {
        _directory = directory;
        _isDown = isDown;
        _serve = serve;
        InnerHandler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectCallback = (context, _) => Connect(context),

            // One connection for each request, so that a provider that is taken down refuses the next one.
            PooledConnectionLifetime = TimeSpan.Zero,
        };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = Redirect(request);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RequestUri = address;
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = Redirect(request);
        try
        {
            return base.Send(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = address;
        }
    }

    // There is no TLS inside the process: the address keeps its host and port but uses http.
    private Uri Redirect(HttpRequestMessage request)
    {
        Uri address = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        _directory.At(address);
        request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp, Port = address.Port }.Uri;
        return address;
    }

    private ValueTask<Stream> Connect(SocketsHttpConnectionContext context)
    {
        Provider[] providers = _directory.At(new UriBuilder(Uri.UriSchemeHttp, context.DnsEndPoint.Host, context.DnsEndPoint.Port).Uri);
        if (Array.Exists(providers, provider => _isDown(provider)))
        {
            return ValueTask.FromException<Stream>(new SocketException((int)SocketError.ConnectionRefused));
        }

        var connection = new MemoryConnection();
        _ = _serve(connection.Server, providers, connection.Reset);
        return ValueTask.FromResult(connection.Client);
    }
}
