using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>
/// A provider on a loopback port with OpenAI's chat completions API. It uses plain sockets, so that it can interrupt a response anywhere.
/// What it does with a call is the <see cref="CallPlan"/> of its turn and model; the model is the first part of the path.
/// </summary>
internal sealed class FaultyProvider : IAsyncDisposable
{
    private const int Longest = 4 * 1024;
    private const string Done = "data: [DONE]\n\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<long, Turn> _turns = new();
    private readonly Task _accepting;
    private int _busy;
    private int _connections;
    private long _requests;

    internal FaultyProvider()
    {
        _listener.Start(backlog: 512);
        _accepting = AcceptAsync();
    }

    /// <summary>The number of requests so far.</summary>
    internal long Requests => Volatile.Read(ref _requests);

    /// <summary>The number of requests that are being handled.</summary>
    internal int Busy => Volatile.Read(ref _busy);

    /// <summary>The number of open connections.</summary>
    internal int Connections => Volatile.Read(ref _connections);

    /// <summary>The address for calls to a model.</summary>
    internal Uri AddressOf(int model) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{model}");

    internal void Expect(Turn turn) => _turns[turn.Number] = turn;

    internal void Forget(Turn turn) => _turns.TryRemove(turn.Number, out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    /// <summary>The text of one piece of a response, which identifies its turn and model.</summary>
    internal static string Piece(Turn turn, int model, int piece, int pieces) => $"{turn.Number}/{model}:{piece}of{pieces} ";

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The server was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            Interlocked.Increment(ref _connections);
            socket.NoDelay = true;
            var bytes = new byte[Longest];
            try
            {
                while (await ReadRequestAsync(socket, bytes) is { } request)
                {
                    Interlocked.Increment(ref _requests);
                    Interlocked.Increment(ref _busy);
                    try
                    {
                        if (!await AnswerAsync(socket, bytes, request))
                        {
                            return;
                        }
                    }
                    finally
                    {
                        Interlocked.Decrement(ref _busy);
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The client closed the connection, or the server was stopped.
            }
            finally
            {
                Interlocked.Decrement(ref _connections);
            }
        }
    }

    private async Task<string?> ReadRequestAsync(Socket socket, byte[] bytes)
    {
        int length = 0;
        while (true)
        {
            int read = await socket.ReceiveAsync(bytes.AsMemory(length), _stop.Token);
            length += read;
            int head = bytes.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (read == 0 || (head >= 0 && length >= head + 4 + ContentLength(bytes.AsSpan(0, head))))
            {
                return read == 0 ? null : Encoding.UTF8.GetString(bytes, 0, length);
            }
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        string text = Encoding.ASCII.GetString(head);
        const string Name = "content-length:";
        int at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            throw new InvalidOperationException("A request without a length: " + text);
        }

        int end = text.IndexOf('\r', at);
        return int.Parse(text.AsSpan(at + Name.Length, (end < 0 ? text.Length : end) - at - Name.Length), System.Globalization.CultureInfo.InvariantCulture);
    }

    // Returns whether the connection can be reused.
    private async Task<bool> AnswerAsync(Socket socket, byte[] bytes, string request)
    {
        const string Mark = "turn-";
        int words = request.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        long number = long.Parse(request.AsSpan(words, request.IndexOf('.', words) - words), System.Globalization.CultureInfo.InvariantCulture);
        int model = request["POST /".Length] - '0';
        if (!_turns.TryGetValue(number, out Turn? turn))
        {
            // The caller cancelled before the request was read.
            return false;
        }

        turn.Arrived(model);
        turn.Happened();
        CallPlan plan = turn.PlanFor(model);
        switch (plan.Fault)
        {
            case Fault.ResetBeforeHead:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            case Fault.ClosedBeforeHead:
                socket.Shutdown(SocketShutdown.Both);
                return false;
            case Fault.Hang:
                await WaitUntilGoneAsync(socket, bytes);
                return false;
            case Fault.ErrorStatus:
                ProviderErrors error = ProviderErrors.All[plan.Error];
                await SendAsync(socket, turn, Head(error.Status, $"Content-Length: {error.Body.Length}", "application/json") + error.Body);
                return true;
            default:
                return await (turn.IsStreaming ? StreamAsync(socket, bytes, turn, model, plan) : AnswerWholeAsync(socket, bytes, turn, model, plan));
        }
    }

    private async Task<bool> AnswerWholeAsync(Socket socket, byte[] bytes, Turn turn, int model, CallPlan plan)
    {
        string text = string.Concat(Enumerable.Range(0, plan.Pieces).Select(piece => Piece(turn, model, piece, plan.Pieces)));
        string body = plan.Fault == Fault.ErrorIn200
            ? ProviderErrors.All[plan.Error].Body
            : $$$"""{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"{{{text}}}"},"finish_reason":"stop"}]}""";
        if (plan.Fault is Fault.Malformed or Fault.CutAnswer)
        {
            body = plan.Fault == Fault.Malformed ? "Upstream is having a day: " + body : body[..(body.Length / 2)];
        }

        string head = Head(200, $"Content-Length: {body.Length}", "application/json");
        switch (plan.Fault)
        {
            case Fault.ResetAfterHead or Fault.CutBody or Fault.Stall:
                await SendAsync(socket, turn, head + body[..(plan.SentBefore * body.Length / plan.Pieces)]);
                return await BreakOffAsync(socket, bytes, plan.Fault);
            case Fault.SlowBytes:
                await SendAsync(socket, turn, head);
                for (int at = 0; at < body.Length; at += 100)
                {
                    await Task.Delay(1, _stop.Token);
                    await SendAsync(socket, turn, body[at..Math.Min(body.Length, at + 100)]);
                }

                return true;
            default:
                await SendAsync(socket, turn, head + body);
                return true;
        }
    }

    private async Task<bool> StreamAsync(Socket socket, byte[] bytes, Turn turn, int model, CallPlan plan)
    {
        var waiting = new StringBuilder(Head(200, "Transfer-Encoding: chunked", "text/event-stream"));
        int sent = plan.IsAnswer ? plan.Pieces : plan.SentBefore;
        await EventAsync("""{"role":"assistant","content":""}""", "null");
        for (int piece = 0; piece < sent; piece++)
        {
            await EventAsync($$"""{"content":{{JsonSerializer.Serialize(Piece(turn, model, piece, plan.Pieces))}}}""", "null");
        }

        switch (plan.Fault)
        {
            case Fault.CutBody:
                // The chunk is announced, but only half of it is sent.
                waiting.Append("40\r\ndata: {\"id\":\"c\",\"obj");
                await FlushAsync();
                return await BreakOffAsync(socket, bytes, plan.Fault);
            case Fault.ResetAfterHead or Fault.Stall:
                await FlushAsync();
                return await BreakOffAsync(socket, bytes, plan.Fault);
            case Fault.Malformed:
                waiting.Append(Chunk("data: {\"id\":\"c\",<html>\n\n")).Append(Chunk(Done));
                break;
            case Fault.ErrorIn200:
                waiting.Append(Chunk($"data: {ProviderErrors.All[plan.Error].Body}\n\n")).Append(Chunk(Done));
                break;
            case Fault.CutAnswer:
                break;
            default:
                await EventAsync("{}", "\"stop\"");
                waiting.Append(Chunk(Done));
                break;
        }

        waiting.Append("0\r\n\r\n");
        await FlushAsync();
        return true;

        async Task EventAsync(string delta, string finishReason)
        {
            waiting.Append(Chunk($$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finishReason}}}]}""" + "\n\n"));
            if (plan.Fault == Fault.SlowBytes)
            {
                await Task.Delay(1, _stop.Token);
            }

            if (!plan.AtOnce || plan.Fault == Fault.SlowBytes)
            {
                await FlushAsync();
            }
        }

        async Task FlushAsync()
        {
            await SendAsync(socket, turn, waiting.ToString());
            waiting.Clear();
        }
    }

    private async Task<bool> BreakOffAsync(Socket socket, byte[] bytes, Fault fault)
    {
        if (fault == Fault.Stall)
        {
            await WaitUntilGoneAsync(socket, bytes);
        }

        socket.LingerState = new LingerOption(enable: fault == Fault.ResetAfterHead, seconds: 0);
        return false;
    }

    private async Task WaitUntilGoneAsync(Socket socket, byte[] bytes)
    {
        while (await socket.ReceiveAsync(bytes, _stop.Token) > 0)
        {
        }
    }

    private async Task SendAsync(Socket socket, Turn turn, string text)
    {
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(text);
        while (!rest.IsEmpty)
        {
            rest = rest[await socket.SendAsync(rest, _stop.Token)..];
        }

        turn.Happened();
    }

    private static string Head(int status, string length, string type) => $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\n{length}\r\n\r\n";

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";
}
