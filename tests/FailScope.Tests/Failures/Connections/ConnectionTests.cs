using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FailScope.Tests.Failures.Connections;

/// <summary>What HttpClient throws if a call gets no complete response, with real sockets on this machine.</summary>
public sealed class ConnectionTests
{
    private const string HalfAnAnswer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"choices\":[";
    private const string HalfAStream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n8\r\ndata: {}\r\n";

    private static readonly CancellationToken Live = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_without_a_listener_is_an_unreachable_provider() =>
        Assert.Equal((FailureKind.ProviderUnreachable, "exception ConnectionError"), await CallAsync(new Uri($"http://127.0.0.1:{LoopbackServer.UnusedPort()}/")));

    // The top-level domain .invalid never resolves (RFC 2606).
    [Fact]
    public async Task A_name_that_does_not_resolve_is_an_unreachable_provider() =>
        Assert.Equal((FailureKind.ProviderUnreachable, "exception NameResolutionError"), await CallAsync(new Uri("http://provider.invalid/")));

    [Fact]
    public async Task A_connection_closed_without_a_response_retires_only_the_model()
    {
        await using LoopbackServer server = LoopbackServer.Start((socket, _) =>
        {
            socket.Close();
            return Task.CompletedTask;
        });
        Assert.Equal(FailureKind.Overloaded, (await CallAsync(server.Http)).Kind);
    }

    [Fact]
    public async Task A_connection_closed_after_the_request_retires_only_the_model()
    {
        await using LoopbackServer server = LoopbackServer.Answering("", socket => socket.Close());
        Assert.Equal((FailureKind.Overloaded, "exception ResponseEnded"), await CallAsync(server.Http));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    public async Task A_reset_before_the_headers_retires_only_the_model(string answer)
    {
        await using LoopbackServer server = LoopbackServer.Answering(answer, LoopbackServer.Reset);
        Assert.Equal(FailureKind.Overloaded, (await CallAsync(server.Http)).Kind);
    }

    [Theory]
    [InlineData(HalfAnAnswer)]
    [InlineData(HalfAStream)]
    public async Task A_reset_after_the_headers_retires_only_the_model(string answer)
    {
        await using LoopbackServer server = LoopbackServer.Answering(answer, LoopbackServer.Reset);
        Assert.Equal(FailureKind.Overloaded, (await CallAsync(server.Http)).Kind);
    }

    [Theory]
    [InlineData(HalfAnAnswer)]
    [InlineData(HalfAStream)]
    public async Task Half_a_response_retires_only_the_model(string answer)
    {
        await using LoopbackServer server = LoopbackServer.Answering(answer, socket => socket.Close());
        Assert.Equal((FailureKind.Overloaded, "exception ResponseEnded"), await CallAsync(server.Http));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n")]
    [InlineData("HTTP/1.1 okay\r\n\r\n")]
    public async Task A_malformed_response_retires_only_the_model(string answer)
    {
        await using LoopbackServer server = LoopbackServer.Answering(answer, socket => socket.Shutdown(SocketShutdown.Send));
        Assert.Equal(FailureKind.Overloaded, (await CallAsync(server.Http)).Kind);
    }

    [Fact]
    public async Task A_stale_pooled_connection_retires_only_the_model()
    {
        // The first request gets a response; the second one uses the same connection, which the server resets while it reads.
        await using LoopbackServer server = LoopbackServer.Start(async (socket, stop) =>
        {
            var stream = new NetworkStream(socket);
            await LoopbackServer.ReadRequestAsync(stream, stop);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), stop);
            await LoopbackServer.ReadRequestAsync(stream, stop);
            LoopbackServer.Reset(socket);
        });
        using var client = new HttpClient();
        Assert.Equal("{}", await client.GetStringAsync(server.Http, Live));
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.PostAsync(server.Http, new StringContent("{}"), Live));
        Assert.Equal(FailureKind.Overloaded, FailureClassifier.Classify(exception, Live).Kind);
    }

    [Theory]
    [InlineData(Http2Server.InternalError)]
    [InlineData(Http2Server.RefusedStream)]
    public async Task One_reset_HTTP2_stream_retires_only_the_model(int errorCode)
    {
        await using LoopbackServer server = Http2Server.Resetting(errorCode);
        Assert.Equal((FailureKind.Overloaded, "exception HttpProtocolError"), await CallAsync(server.Http, version: HttpVersion.Version20));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Http2Server.InternalError)]
    public async Task An_HTTP2_GOAWAY_retires_only_the_model(int errorCode)
    {
        await using LoopbackServer server = Http2Server.GoingAway(errorCode);
        Assert.Equal(FailureKind.Overloaded, (await CallAsync(server.Http, version: HttpVersion.Version20)).Kind);
    }

    [Theory]
    [InlineData("CN=another.example", 1)]
    [InlineData("CN=localhost", -1)]
    public async Task A_certificate_with_another_name_or_an_expired_one_is_an_unreachable_provider(string subject, int daysLeft)
    {
        using X509Certificate2 certificate = SelfSigned(subject, DateTimeOffset.UtcNow.AddDays(daysLeft));
        await using LoopbackServer server = LoopbackServer.Start(async (socket, stop) =>
        {
            await using var tls = new SslStream(new NetworkStream(socket));
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
            await LoopbackServer.ReadRequestAsync(tls, stop);
        });

        // Everything about the certificate is valid except one thing.
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(certificate);
        Assert.Equal((FailureKind.ProviderUnreachable, "exception SecureConnectionError"), await CallAsync(server.Https, handler));
    }

    [Fact]
    public async Task A_server_without_TLS_is_an_unreachable_provider()
    {
        await using LoopbackServer server = LoopbackServer.Start(async (socket, stop) => await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop));
        Assert.Equal((FailureKind.ProviderUnreachable, "exception SecureConnectionError"), await CallAsync(server.Https));
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required")]
    [InlineData("502 Bad Gateway")]
    public async Task A_proxy_that_refuses_to_connect_is_an_unreachable_provider(string status)
    {
        await using LoopbackServer proxy = LoopbackServer.Answering($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n", socket => socket.Close());
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(proxy.Http) };
        Assert.Equal((FailureKind.ProviderUnreachable, "exception ProxyTunnelError"), await CallAsync(new Uri("https://provider.example/"), handler));
    }

    private static async Task<(FailureKind Kind, string? Evidence)> CallAsync(Uri address, SocketsHttpHandler? handler = null, Version? version = null)
    {
        using var client = new HttpClient(handler ?? new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent("{}"),
            Version = version ?? HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Live);
            await response.Content.ReadAsStringAsync(Live);
        });
        Failure failure = FailureClassifier.Classify(exception, Live);
        return (failure.Kind, failure.Evidence);
    }

    private static X509Certificate2 SelfSigned(string subject, DateTimeOffset notAfter)
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(subject["CN=".Length..]);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(notAfter.AddDays(-10), notAfter);
    }
}
