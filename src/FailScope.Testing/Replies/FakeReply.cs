using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>How a provider handles one call. Replies are immutable and can be used for many calls.</summary>
/// <remarks>The errors of named providers are in <see cref="FakeProvider"/>.</remarks>
public abstract class FakeReply
{
    private protected FakeReply()
    {
    }

    /// <summary>The request is accepted, and the connection is closed cleanly before any byte of a response.</summary>
    public static FakeReply ConnectionClosed { get; } = new ConnectionReply(reset: false);

    /// <summary>The request is accepted, and the connection is reset (TCP RST) before any byte of a response.</summary>
    public static FakeReply ConnectionReset { get; } = new ConnectionReply(reset: true);

    /// <summary>The request is accepted, but nothing is sent until the caller gives up.</summary>
    public static FakeReply NoAnswer { get; } = new NoAnswerReply();

    /// <summary>The login page of a network between client and provider: HTML with status 200.</summary>
    public static FakeError LoginPage { get; } = new(200, "<!doctype html><title>Welcome</title><h1>Please sign in to use this network</h1>", "text/html");

    /// <summary>An answer in the format of the call, streamed if the call asks for a stream.</summary>
    /// <param name="pieces">The text, in the pieces in which a stream sends it; none for a sentence that names the model.</param>
    public static FakeAnswer Answer(params string[] pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return new FakeAnswer { Pieces = pieces.Length > 0 ? [.. pieces] : null };
    }

    /// <summary>An answer without text that calls a tool.</summary>
    /// <param name="name">The name of the tool.</param>
    /// <param name="arguments">The arguments, a JSON object.</param>
    /// <exception cref="ArgumentException"><paramref name="arguments"/> is not a JSON object.</exception>
    public static FakeAnswer ToolCall(string name, string arguments = "{}") => new FakeAnswer { Pieces = [] }.WithToolCall(name, arguments);

    /// <summary>The answer to an embedding request: this vector for each input.</summary>
    /// <param name="vector">The numbers; at least one.</param>
    public static FakeAnswer Embedding(params float[] vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentOutOfRangeException.ThrowIfZero(vector.Length);
        return new FakeAnswer { Vector = [.. vector] };
    }

    /// <summary>An error with any status, headers and body, for errors that <see cref="FakeProvider"/> does not have.</summary>
    /// <param name="statusCode">The HTTP status, 200 to 599; 200 for an error that looks like a success.</param>
    /// <param name="body">The body, sent unchanged.</param>
    /// <param name="contentType">The media type of the body.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is outside 200 to 599.</exception>
    public static FakeError Error(int statusCode, string body, string contentType = "application/json") => new(statusCode, body, contentType);

    /// <summary>The same reply after a delay.</summary>
    /// <param name="delay">The delay, on the clock of the <see cref="FakeUpstream"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public FakeReply After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new DelayedReply(this, delay);
    }

    internal abstract Task SendAsync(Exchange exchange);

    private sealed class ConnectionReply(bool reset) : FakeReply
    {
        internal override Task SendAsync(Exchange exchange)
        {
            exchange.Response.Abort(reset);
            return Task.CompletedTask;
        }
    }

    private sealed class NoAnswerReply : FakeReply
    {
        internal override Task SendAsync(Exchange exchange) => Task.Delay(Timeout.Infinite, exchange.CallerLeft);
    }

    private sealed class DelayedReply(FakeReply inner, TimeSpan delay) : FakeReply
    {
        internal override async Task SendAsync(Exchange exchange)
        {
            await Task.Delay(delay, exchange.TimeProvider, exchange.CallerLeft).ConfigureAwait(false);
            await inner.SendAsync(exchange).ConfigureAwait(false);
        }
    }
}
