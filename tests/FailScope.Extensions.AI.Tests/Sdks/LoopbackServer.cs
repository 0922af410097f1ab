using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>What a <see cref="LoopbackServer"/> does with a request after reading its headers.</summary>
/// <param name="Bytes">The bytes that it writes.</param>
/// <param name="Ending">What it does afterwards.</param>
internal sealed record Reply(byte[] Bytes, Ending Ending)
{
    /// <summary>A complete response.</summary>
    internal static Reply Answer(int status, string body, string contentType = "application/json", params string[] headers) =>
        new(
            Encoding.UTF8.GetBytes(
                $"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n"
                + string.Concat(headers.Select(header => header + "\r\n")) + "\r\n" + body),
            Ending.Close);

    /// <summary>The beginning of a response whose body is shorter than announced.</summary>
    internal static Reply CutOff(string body, string contentType = "application/json") =>
        new(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nContent-Length: 5000\r\n\r\n{body}"), Ending.Close);

    /// <summary>A connection reset without any byte.</summary>
    internal static Reply Reset { get; } = new([], Ending.Reset);

    /// <summary>No byte, on a connection that stays open.</summary>
    internal static Reply Silence { get; } = new([], Ending.Hang);
}

/// <summary>How a connection ends.</summary>
internal enum Ending
{
    /// <summary>Cleanly.</summary>
    Close,

    /// <summary>With a TCP reset.</summary>
    Reset,

    /// <summary>Not before the server is disposed.</summary>
    Hang,
}

/// <summary>An HTTP server on a loopback port that gives the same reply to every request, and counts them.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Reply _reply;
    private readonly Task _accepting;
    private int _requests;

    internal LoopbackServer(Reply reply)
    {
        _reply = reply;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Its address.</summary>
    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The number of requests so far.</summary>
    internal int Requests => Volatile.Read(ref _requests);

    /// <summary>Completes when the first request has arrived.</summary>
    internal Task Requested => _requested.Task;

    /// <summary>An address without a listener.</summary>
    internal static Uri FindClosedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The server was stopped.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await ReadRequestAsync(socket);
                Interlocked.Increment(ref _requests);
                _requested.TrySetResult();
                await socket.SendAsync(_reply.Bytes, _stop.Token);
                switch (_reply.Ending)
                {
                    case Ending.Reset:
                        socket.LingerState = new LingerOption(enable: true, seconds: 0);
                        break;
                    case Ending.Hang:
                        await Task.Delay(Timeout.Infinite, _stop.Token);
                        break;
                    default:
                        socket.Shutdown(SocketShutdown.Send);
                        break;
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The client closed the connection, or the server was stopped.
            }
        }
    }

    // Reads head and body: a socket that is closed with unread bytes is reset, and the client would lose the reply. A TLS handshake
    // gets a plain-text reply at once.
    private async Task ReadRequestAsync(Socket socket)
    {
        var bytes = new byte[64 * 1024];
        int length = 0;
        while (true)
        {
            int read = await socket.ReceiveAsync(bytes.AsMemory(length), _stop.Token);
            length += read;
            string text = Encoding.Latin1.GetString(bytes, 0, length);
            int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || bytes[0] == TlsHandshake || (head >= 0 && IsWhole(text, head + 4)))
            {
                return;
            }
        }
    }

    private static bool IsWhole(string request, int body)
    {
        const string Name = "content-length:";
        int at = request.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return !request.Contains("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase) || request.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        }

        int end = request.IndexOf('\r', at);
        return request.Length - body >= int.Parse(request.AsSpan(at + Name.Length, end - at - Name.Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}
