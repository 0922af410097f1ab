using System.Net;
using System.Net.Sockets;

namespace FailScope.TestSupport;

/// <summary>A port of this machine without a listener.</summary>
internal static class LoopbackPort
{
    internal static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
