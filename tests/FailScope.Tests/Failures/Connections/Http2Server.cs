using System.Buffers.Binary;
using System.Net.Sockets;

namespace FailScope.Tests.Failures.Connections;

/// <summary>A minimal HTTP/2 server (RFC 9113) over plain TCP that refuses requests: it reads frames and replies to the first HEADERS frame.</summary>
internal static class Http2Server
{
    internal const int InternalError = 2;
    internal const int RefusedStream = 7;

    private const int PrefaceLength = 24;
    private const byte Headers = 1;
    private const byte RstStream = 3;
    private const byte Settings = 4;
    private const byte GoAway = 7;

    /// <summary>Resets every stream.</summary>
    internal static LoopbackServer Resetting(int errorCode) =>
        Start((socket, stream, stop) => SendFrameAsync(socket, RstStream, stream, Number(errorCode), stop));

    /// <summary>Ends the connection, and says that it had started to process the request, so that the client must not send it again.</summary>
    internal static LoopbackServer GoingAway(int errorCode) => Start(async (socket, stream, stop) =>
    {
        await SendFrameAsync(socket, GoAway, 0, [.. Number(stream), .. Number(errorCode)], stop);
        socket.Close();
    });

    private static LoopbackServer Start(Func<Socket, int, CancellationToken, Task> onRequest) => LoopbackServer.Start(async (socket, stop) =>
    {
        var stream = new NetworkStream(socket);
        await stream.ReadExactlyAsync(new byte[PrefaceLength], stop);
        await SendFrameAsync(socket, Settings, 0, [], stop);
        byte[] header = new byte[9];
        while (socket.Connected)
        {
            await stream.ReadExactlyAsync(header, stop);
            await stream.ReadExactlyAsync(new byte[(header[0] << 16) | (header[1] << 8) | header[2]], stop);
            if (header[3] == Headers)
            {
                await onRequest(socket, BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), stop);
            }
        }
    });

    private static async Task SendFrameAsync(Socket socket, byte type, int stream, byte[] payload, CancellationToken stop) =>
        await socket.SendAsync((byte[])[0, 0, (byte)payload.Length, type, 0, .. Number(stream), .. payload], stop);

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
