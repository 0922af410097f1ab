using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FailScope.Tests.Failures.Connections;

/// <summary>A TCP server on this machine that handles every connection in the same way.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private LoopbackServer(Func<Socket, CancellationToken, Task> serve)
    {
        _listener.Start();
        _accepting = AcceptAsync(serve);
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal Uri Http => new($"http://127.0.0.1:{Port}/");

    internal Uri Https => new($"https://localhost:{Port}/");

    internal static LoopbackServer Start(Func<Socket, CancellationToken, Task> serve) => new(serve);

    /// <summary>A server that reads the request, writes the given response, and ends the connection in the given way.</summary>
    internal static LoopbackServer Answering(string answer, Action<Socket> end) => Start(async (socket, stop) =>
    {
        await ReadRequestAsync(new NetworkStream(socket), stop);
        await socket.SendAsync(Encoding.ASCII.GetBytes(answer), stop);
        end(socket);
    });

    /// <summary>A port of this machine without a listener.</summary>
    internal static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends a connection with a TCP reset instead of a clean close.</summary>
    internal static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Reads up to the empty line that ends the headers of a request.</summary>
    internal static async Task ReadRequestAsync(Stream stream, CancellationToken stop)
    {
        var request = new StringBuilder();
        byte[] buffer = new byte[4_096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int count = await stream.ReadAsync(buffer, stop);
            if (count == 0)
            {
                return;
            }

            request.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<Socket, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                try
                {
                    await serve(socket, _stop.Token);
                }
                catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
                {
                    // The client closed the connection first, which is allowed.
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
