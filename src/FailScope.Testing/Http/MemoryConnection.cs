using System.Net.Sockets;
using System.Threading.Channels;

namespace FailScope.Testing.Http;

/// <summary>A connection inside the process: two streams, each of which reads what is written to the other.</summary>
internal sealed class MemoryConnection
{
    private readonly Channel<byte[]> _toServer = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<byte[]> _toClient = Channel.CreateUnbounded<byte[]>();

    internal MemoryConnection()
    {
        Client = new End(_toClient, _toServer);
        Server = new End(_toServer, _toClient);
    }

    internal Stream Client { get; }

    internal Stream Server { get; }

    /// <summary>Makes the client's next read fail like a TCP read after the peer has sent RST.</summary>
    internal void Reset()
    {
        var reset = new SocketException((int)SocketError.ConnectionReset);
        _toClient.Writer.TryComplete(new IOException($"Unable to read data from the transport connection: {reset.Message}.", reset));
    }

    private sealed class End(Channel<byte[]> incoming, Channel<byte[]> outgoing) : Stream
    {
        private ReadOnlyMemory<byte> _rest;

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // Like a socket's, a read of zero bytes waits until data is available.
            while (_rest.IsEmpty)
            {
                if (!await incoming.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    return 0;
                }

                if (incoming.Reader.TryRead(out byte[]? next))
                {
                    _rest = next;
                }
            }

            int count = Math.Min(buffer.Length, _rest.Length);
            _rest[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return outgoing.Writer.TryWrite(buffer.ToArray()) ? ValueTask.CompletedTask : ValueTask.FromException(new IOException("The connection is closed."));
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            // The other side can read everything that was sent. What it sends from now on is lost.
            outgoing.Writer.TryComplete();
            incoming.Writer.TryComplete();
            base.Dispose(disposing);
        }
    }
}
