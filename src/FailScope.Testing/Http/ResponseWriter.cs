using System.Globalization;
using System.Text;

namespace FailScope.Testing.Http;

/// <summary>Writes one HTTP/1.1 response, or part of one.</summary>
/// <param name="stream">The connection.</param>
/// <param name="callerLeft">Cancelled when the caller closes the connection.</param>
internal sealed class ResponseWriter(Stream stream, CancellationToken callerLeft)
{
    /// <summary>Whether the connection must be closed although the response is not complete.</summary>
    internal bool IsAborted { get; private set; }

    /// <summary>Whether the connection must be reset instead of closed cleanly.</summary>
    internal bool IsReset { get; private set; }

    /// <summary>Sends a complete response.</summary>
    internal async Task SendAsync(int statusCode, string contentType, IReadOnlyCollection<KeyValuePair<string, string>> headers, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await WriteHeadAsync(statusCode, contentType, headers, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}")).ConfigureAwait(false);
        await WriteBytesAsync(bytes).ConfigureAwait(false);
    }

    /// <summary>Announces the length of the whole body but sends only its first half.</summary>
    internal async Task SendHalfAsync(string contentType, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await WriteHeadAsync(200, contentType, [], string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}")).ConfigureAwait(false);
        await WriteBytesAsync(bytes.AsMemory(0, bytes.Length / 2)).ConfigureAwait(false);
    }

    /// <summary>Starts a chunked response.</summary>
    internal Task StartStreamAsync(string contentType) => WriteHeadAsync(200, contentType, [], "Transfer-Encoding: chunked");

    /// <summary>Sends one chunk. It has been sent when the task completes.</summary>
    internal Task WriteAsync(string part)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(part);
        byte[] size = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:X}\r\n"));
        return WriteBytesAsync((byte[])[.. size, .. bytes, .. "\r\n"u8]);
    }

    internal Task EndStreamAsync() => WriteBytesAsync("0\r\n\r\n"u8.ToArray());

    /// <summary>Ends the connection before the response is complete.</summary>
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
