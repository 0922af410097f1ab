using System.Net;
using System.Net.Sockets;

namespace FailScope.Testing.Http;

/// <summary>Plays one provider on its own port of 127.0.0.1.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly Func<Stream, Action, Task> _serve;
    private readonly HashSet<Socket> _connections = [];
    private Socket _socket;
    private bool _isDown;

    internal LoopbackListener(Func<Stream, Action, Task> serve)
    {
        _serve = serve;
        _socket = Bind(0);
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        Listen();
    }

    internal int Port { get; }

    /// <summary>Refuses new connections and closes existing ones. The port stays reserved.</summary>
    internal void TakeDown()
    {
        lock (_connections)
        {
            if (!_isDown)
            {
                _isDown = true;
                _socket.Dispose();
                _socket = Bind(Port);
                CloseConnections();
            }
        }
    }

    internal void BringUp()
    {
        lock (_connections)
        {
            if (_isDown)
            {
                _isDown = false;
                Listen();
            }
        }
    }

    public void Dispose()
    {
        lock (_connections)
        {
            _isDown = true;
            _socket.Dispose();
            CloseConnections();
        }
    }

    // A socket that is bound but does not listen refuses connections.
    private static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    // Must run before the stream is disposed, which would close the connection cleanly.
    private static void Reset(Socket connection)
    {
        connection.LingerState = new LingerOption(enable: true, seconds: 0);
        connection.Close(0);
    }

    private void Listen()
    {
        _socket.Listen();
        _ = AcceptAsync(_socket);
    }

    private void CloseConnections()
    {
        foreach (Socket connection in _connections)
        {
            connection.Dispose();
        }

        _connections.Clear();
    }

    private async Task AcceptAsync(Socket listening)
    {
        try
        {
            while (true)
            {
                Socket connection = await listening.AcceptAsync().ConfigureAwait(false);
                _ = ServeAsync(connection);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The provider was taken down.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        lock (_connections)
        {
            if (_isDown)
            {
                connection.Dispose();
                return;
            }

            _connections.Add(connection);
        }

        connection.NoDelay = true;
        await _serve(new NetworkStream(connection, ownsSocket: true), () => Reset(connection)).ConfigureAwait(false);
        lock (_connections)
        {
            _connections.Remove(connection);
        }
    }
}
