using System.Globalization;
using System.Text;

namespace FailScope.Testing.Http;

/// <summary>Reads HTTP/1.1 requests from a connection in sequence, and detects that the caller closes it.</summary>
internal sealed class RequestReader(Stream stream, CancellationToken stop)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly List<byte> _received = [];
    private Task<bool>? _receiving;

    /// <summary>Reads the next request; null if the caller sends no more.</summary>
    /// <exception cref="InvalidDataException">The data is not an HTTP/1.1 request.</exception>
    internal async Task<Request?> ReadAsync()
    {
        int headLength;
        while ((headLength = FindHeadEnd()) < 0)
        {
            if (!await ReceiveAsync().ConfigureAwait(false))
            {
                return null;
            }
        }

        string[] lines = Take(headLength).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0].Split(' ') is not [var method, var target, var version] || !version.StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The request is not HTTP/1.1.");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        string? body = await ReadBodyAsync(headers).ConfigureAwait(false);
        return body is null ? null : new Request(method, target, headers, body);
    }

    /// <summary>Runs a callback when the caller closes the connection. If it sends data instead, that is kept for the next <see cref="ReadAsync"/>.</summary>
    internal void WhenCallerLeaves(Action left) =>
        _ = (_receiving ??= ReceiveOnceAsync()).ContinueWith(
            receiving =>
            {
                if (!receiving.IsCompletedSuccessfully || !receiving.Result)
                {
                    left();
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

    private int FindHeadEnd()
    {
        int end = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_received).IndexOf("\r\n\r\n"u8);
        return end < 0 ? -1 : end + 4;
    }

    private async Task<string?> ReadBodyAsync(Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Transfer-Encoding", out string? encoding) && encoding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadChunksAsync().ConfigureAwait(false);
        }

        int length = headers.TryGetValue("Content-Length", out string? text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return await HasAsync(length).ConfigureAwait(false) ? Take(length) : null;
    }

    private async Task<string?> ReadChunksAsync()
    {
        var body = new List<byte>();
        while (true)
        {
            int lineEnd;
            while ((lineEnd = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_received).IndexOf("\r\n"u8)) < 0)
            {
                if (!await ReceiveAsync().ConfigureAwait(false))
                {
                    return null;
                }
            }

            int length = int.Parse(Take(lineEnd + 2).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (!await HasAsync(length + 2).ConfigureAwait(false))
            {
                return null;
            }

            body.AddRange(_received.GetRange(0, length));
            _received.RemoveRange(0, length + 2);
            if (length == 0)
            {
                return Encoding.UTF8.GetString([.. body]);
            }
        }
    }

    private async Task<bool> HasAsync(int length)
    {
        while (_received.Count < length)
        {
            if (!await ReceiveAsync().ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private string Take(int length)
    {
        string text = Encoding.UTF8.GetString([.. _received.GetRange(0, length)]);
        _received.RemoveRange(0, length);
        return text;
    }

    private async Task<bool> ReceiveAsync()
    {
        bool received = await (_receiving ??= ReceiveOnceAsync()).ConfigureAwait(false);
        _receiving = null;
        return received;
    }

    private async Task<bool> ReceiveOnceAsync()
    {
        int count = await stream.ReadAsync(_buffer, stop).ConfigureAwait(false);
        _received.AddRange(_buffer.AsSpan(0, count));
        return count > 0;
    }
}
