using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging.Abstractions;

namespace FailScope.Demo.Fleet;

/// <summary>A Redis-compatible server (Garnet) inside this process, on a free port of this machine. A real app would use an external server.</summary>
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

    /// <summary>Stops the server. A second call has no effect.</summary>
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
