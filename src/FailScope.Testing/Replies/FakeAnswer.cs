using System.Collections.Immutable;
using System.Text.Json;
using FailScope.Testing.Formats;
using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>An answer with status 200, either complete or broken in one of the ways in which responses break.</summary>
/// <remarks>
/// A stream sends its opening event (a role, an id) and then the text, piece by piece; a broken answer breaks after the
/// last piece. To break it before any content, use <c>FakeReply.Answer("").ThenResets()</c>. An answer that is not streamed breaks in the
/// middle of its body.
/// </remarks>
public sealed class FakeAnswer : FakeReply
{
    private AnswerEnding _ending;
    private FakeError? _error;

    internal FakeAnswer()
    {
    }

    private FakeAnswer(FakeAnswer other)
    {
        (Pieces, ToolCalls, Vector, _ending, _error) = (other.Pieces, other.ToolCalls, other.Vector, other._ending, other._error);
    }

    /// <summary>The text; null for a sentence that names the model.</summary>
    internal ImmutableArray<string>? Pieces { get; init; }

    internal ImmutableArray<FakeToolCall> ToolCalls { get; private init; } = [];

    /// <summary>The vector of an embedding; null to compute one from the input.</summary>
    internal ImmutableArray<float>? Vector { get; init; }

    /// <summary>Whether the answer has a finish reason.</summary>
    internal bool IsFinished => _ending == AnswerEnding.Complete;

    /// <summary>Adds a tool call after the text.</summary>
    /// <inheritdoc cref="FakeReply.ToolCall"/>
    public FakeAnswer WithToolCall(string name, string arguments = "{}")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(arguments);
        return IsJsonObject(arguments)
            ? new FakeAnswer(this) { ToolCalls = ToolCalls.Add(new FakeToolCall(name, arguments)) }
            : throw new ArgumentException($"The arguments of the tool '{name}' must be a JSON object.", nameof(arguments));
    }

    /// <summary>The connection is closed in the middle of the answer.</summary>
    public FakeAnswer ThenCloses() => EndingWith(AnswerEnding.Closed);

    /// <summary>The connection is reset (TCP RST) in the middle of the answer.</summary>
    public FakeAnswer ThenResets() => EndingWith(AnswerEnding.Reset);

    /// <summary>No more data is sent, and the connection stays open until the caller gives up.</summary>
    public FakeAnswer ThenStalls() => EndingWith(AnswerEnding.Stalled);

    /// <summary>The response ends cleanly, in the middle of its JSON.</summary>
    public FakeAnswer ThenTruncates() => EndingWith(AnswerEnding.Truncated);

    /// <summary>The response ends cleanly, but without a finish reason and, in a stream, without the end mark.</summary>
    public FakeAnswer ThenEndsUnfinished() => EndingWith(AnswerEnding.Unfinished);

    /// <summary>An error is sent instead of the rest although the status was 200: as an event in a stream, otherwise as the body.</summary>
    /// <param name="error">The error. Its status and headers are not sent.</param>
    public FakeAnswer ThenFails(FakeError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new FakeAnswer(this) { _ending = AnswerEnding.Failed, _error = error };
    }

    internal override Task SendAsync(Exchange exchange) => exchange.Call.IsStreaming ? StreamAsync(exchange) : SendWholeAsync(exchange);

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private FakeAnswer EndingWith(AnswerEnding ending) => new(this) { _ending = ending, _error = null };

    private Task SendWholeAsync(Exchange exchange)
    {
        string body = _error is null ? exchange.Format.Whole(exchange, this) : _error.BodyFor(exchange);
        ResponseWriter response = exchange.Response;
        return _ending switch
        {
            AnswerEnding.Truncated => response.SendAsync(200, "application/json", [], body[..(body.Length / 2)]),
            AnswerEnding.Closed or AnswerEnding.Reset or AnswerEnding.Stalled => SendHalfAsync(exchange, body),
            _ => response.SendAsync(200, "application/json", [], body),
        };
    }

    private async Task SendHalfAsync(Exchange exchange, string body)
    {
        await exchange.Response.SendHalfAsync("application/json", body).ConfigureAwait(false);
        await BreakAsync(exchange).ConfigureAwait(false);
    }

    private async Task StreamAsync(Exchange exchange)
    {
        ResponseWriter response = exchange.Response;
        WireFormat format = exchange.Format;
        await response.StartStreamAsync(format.StreamContentType).ConfigureAwait(false);
        foreach (string part in format.Content(exchange, this))
        {
            await response.WriteAsync(part).ConfigureAwait(false);
        }

        string last = _ending switch
        {
            AnswerEnding.Complete => format.End(exchange, this),
            AnswerEnding.Truncated => Half(format.End(exchange, this)),
            AnswerEnding.Failed => format.ErrorEvent(exchange, _error!),
            _ => "",
        };
        if (last.Length > 0)
        {
            await response.WriteAsync(last).ConfigureAwait(false);
        }

        if (_ending is AnswerEnding.Closed or AnswerEnding.Reset or AnswerEnding.Stalled)
        {
            await BreakAsync(exchange).ConfigureAwait(false);
        }
        else
        {
            await response.EndStreamAsync().ConfigureAwait(false);
        }
    }

    private async Task BreakAsync(Exchange exchange)
    {
        if (_ending == AnswerEnding.Stalled)
        {
            await NoAnswer.SendAsync(exchange).ConfigureAwait(false);
        }

        exchange.Response.Abort(reset: _ending == AnswerEnding.Reset);
    }

    // An event that ends inside its JSON is still an event; only its second half is missing.
    private static string Half(string events)
    {
        int first = events.IndexOf("\n\n", StringComparison.Ordinal);
        return first < 0 ? events[..(events.Length / 2)] : events[..(first / 2)] + "\n\n";
    }
}
