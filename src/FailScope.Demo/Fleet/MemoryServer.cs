using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging.Abstractions;

namespace FailScope.Demo.Fleet;

/// <summary>A server that speaks Redis's protocol, inside this process and on a free port of this machine: Garnet. An app would use a server of its own.</summary>
internal sealed class MemoryServer : IDisposable
{
    private GarnetServer? _server;

    internal MemoryServer()
    {
        int port = FindPort();
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        _server = new GarnetServer(
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--memory", "64m", "--index", "1m", "-q"], NullLoggerFactory.Instance);
        _server.Start();
    }

    /// <summary>Host and port.</summary>
    internal string Endpoint { get; }

    /// <summary>Stops the server; a second time does nothing.</summary>
    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
    }

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
