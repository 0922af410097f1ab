using System.Globalization;
using System.Text;

namespace FailScope.Testing.Http;

/// <summary>Writes one HTTP/1.1 response, or a part of one.</summary>
/// <param name="stream">The connection.</param>
/// <param name="callerLeft">Cancelled when the caller closes the connection.</param>
internal sealed class ResponseWriter(Stream stream, CancellationToken callerLeft)
{
    /// <summary>Whether the connection is to be closed now, although the response is not complete.</summary>
    internal bool IsAborted { get; private set; }

    /// <summary>Whether it is to be reset, not closed in good order.</summary>
    internal bool IsReset { get; private set; }

    /// <summary>Sends a whole response.</summary>
    internal async Task SendAsync(int statusCode, string contentType, IReadOnlyCollection<KeyValuePair<string, string>> headers, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await WriteHeadAsync(statusCode, contentType, headers, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}")).ConfigureAwait(false);
        await WriteBytesAsync(bytes).ConfigureAwait(false);
    }

    /// <summary>Promises a whole body and sends its first half.</summary>
    internal async Task SendHalfAsync(string contentType, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await WriteHeadAsync(200, contentType, [], string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}")).ConfigureAwait(false);
        await WriteBytesAsync(bytes.AsMemory(0, bytes.Length / 2)).ConfigureAwait(false);
    }

    /// <summary>Begins a response that comes in parts.</summary>
    internal Task StartStreamAsync(string contentType) => WriteHeadAsync(200, contentType, [], "Transfer-Encoding: chunked");

    /// <summary>Sends one part; it is on its way when the task ends.</summary>
    internal Task WriteAsync(string part)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(part);
        byte[] size = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:X}\r\n"));
        return WriteBytesAsync((byte[])[.. size, .. bytes, .. "\r\n"u8]);
    }

    internal Task EndStreamAsync() => WriteBytesAsync("0\r\n\r\n"u8.ToArray());

    /// <summary>Gives the connection up.</summary>
    internal void Abort(bool reset) => (IsAborted, IsReset) = (true, reset);

    private Task WriteHeadAsync(int statusCode, string contentType, IReadOnlyCollection<KeyValuePair<string, string>> headers, string framing)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {statusCode} {(statusCode < 300 ? "OK" : "Refused")}\r\nContent-Type: {contentType}\r\n{framing}\r\n");
        foreach ((string name, string value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return WriteBytesAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
    }

    private async Task WriteBytesAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, callerLeft).ConfigureAwait(false);
        await stream.FlushAsync(callerLeft).ConfigureAwait(false);
    }
}
